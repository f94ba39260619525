using System.Collections.Immutable;

namespace GuidelineBench.Execution.Threads;

/// <summary>The processors that a thread may run on, as Linux lists them in its status.</summary>
internal static class AllowedProcessors
{
    private const string Field = "Cpus_allowed_list:";

    /// <returns>Empty where the system shows none.</returns>
    public static string StatusOfThisThread()
    {
        try
        {
            return File.ReadAllText("/proc/thread-self/status");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <param name="status">Text of /proc/thread-self/status.</param>
    /// <returns>Ascending; empty for a text that lists none.</returns>
    public static ImmutableArray<int> Of(string status) =>
        status.Split('\n').FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) is { } line
            ? ProcessorList.Parse(line[Field.Length..])
            : [];
}
