using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What <c>sysctl</c> says about a machine with macOS.</summary>
/// <param name="Cpu">The processor's name; null when the text holds none.</param>
/// <param name="CacheBytes">As a core of the fastest kind sees them.</param>
/// <param name="Classes">From the fastest; empty where all cores are alike. macOS does not number the cores of a kind.</param>
internal sealed record AppleMachine(
    string? Cpu, ImmutableSortedDictionary<string, long> CacheBytes, ImmutableArray<CoreClass> Classes)
{
    private const int MostCores = 1 << 16;

    /// <returns>Null on other systems.</returns>
    public static AppleMachine? OfThisMachine()
    {
        if (!OperatingSystem.IsMacOS())
            return null;
        try
        {
            using Process sysctl = Process.Start(new ProcessStartInfo("/usr/sbin/sysctl", ["hw", "machdep.cpu"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = sysctl.StandardError.ReadToEndAsync();
            AppleMachine machine = Parse(sysctl.StandardOutput.ReadToEnd());
            sysctl.WaitForExit();
            errors.Wait();
            return machine;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <param name="text">Lines of <c>name: value</c>.</param>
    public static AppleMachine Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in text.Split('\n'))
            if (line.Split(':', 2) is [string name, string value])
                values.TryAdd(name.Trim(), value.Trim());

        var kinds = new List<(string? Name, int Count)>();
        while (kinds.Count < CoreClasses.Names.Length && Number(values, $"hw.perflevel{kinds.Count}.logicalcpu") is > 0 and <= MostCores and var count)
            kinds.Add((SystemText.Name(values.GetValueOrDefault($"hw.perflevel{kinds.Count}.name")), (int)count));
        var caches = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach ((string level, string name) in new[] { ("L1d", "l1dcachesize"), ("L2", "l2cachesize"), ("L3", "l3cachesize") })
            if ((Number(values, $"hw.perflevel0.{name}") ?? Number(values, $"hw.{name}")) is { } bytes and > 0)
                caches[level] = bytes;
        return new AppleMachine(
            SystemText.Name(values.GetValueOrDefault("machdep.cpu.brand_string")),
            caches.ToImmutable(),
            kinds.Count < 2 ? [] : [.. kinds.Select((kind, index) => new CoreClass(CoreClasses.NameOf(index, kinds.Count), kind.Name, [], kind.Count))]);
    }

    private static long? Number(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
