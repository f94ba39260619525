using System.Collections.Immutable;

namespace GuidelineBench.Cli.Testing;

/// <summary>A test that failed, or a run of tests that broke.</summary>
/// <param name="Name">With the case, where there are several.</param>
/// <param name="Message">Its first lines.</param>
/// <param name="Method">Class and method; null where no single test is to blame.</param>
internal sealed record TestFailure(string Name, ImmutableArray<string> Message, string? Method = null)
{
    private const int MostLines = 6;

    /// <summary>The first lines of a message; empty ones left out.</summary>
    public static ImmutableArray<string> FirstLines(string? message) =>
        [.. (message ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostLines)];

    /// <summary>The last lines of what a process printed, where it broke.</summary>
    public static ImmutableArray<string> LastLines(string output) =>
        [.. output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(MostLines)];
}
