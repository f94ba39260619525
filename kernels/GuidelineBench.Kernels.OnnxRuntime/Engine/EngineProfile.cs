using System.Text.Json;

namespace GuidelineBench.Kernels.OnnxRuntime.Engine;

/// <summary>The engine's own profile: a JSON array of events in microseconds, one for each pass and for each operator's kernel in it.</summary>
internal static class EngineProfile
{
    private const string Pass = "model_run", KernelSuffix = "_kernel_time";

    /// <param name="skipped">Passes at the beginning that do not count.</param>
    /// <returns>Mean nanoseconds of a pass, and of each operator by its name.</returns>
    public static (double PassNs, Dictionary<string, double> ByName) Read(string path, int skipped)
    {
        using JsonDocument profile = JsonDocument.Parse(File.ReadAllBytes(path));
        var events = profile.RootElement.EnumerateArray()
            .Select(entry => (Name: entry.GetProperty("name").GetString()!, Start: entry.TryGetProperty("ts", out JsonElement start) ? start.GetDouble() : 0, Ns: entry.TryGetProperty("dur", out JsonElement duration) ? 1e3 * duration.GetDouble() : 0))
            .ToArray();
        var passes = events.Where(entry => entry.Name == Pass).OrderBy(entry => entry.Start).ToArray();
        int counted = passes.Length - skipped;
        if (counted < 1)
            return (0, []);
        double from = passes[skipped].Start;
        return (
            passes.Skip(skipped).Average(entry => entry.Ns),
            events.Where(entry => entry.Start >= from && entry.Name.EndsWith(KernelSuffix, StringComparison.Ordinal))
                .GroupBy(entry => entry.Name[..^KernelSuffix.Length])
                .ToDictionary(kernel => kernel.Key, kernel => kernel.Sum(entry => entry.Ns) / counted));
    }
}
