namespace GuidelineBench.Cli.Tests.Documentation;

/// <summary>The runs in reports/samples.</summary>
internal static class Samples
{
    /// <summary>Result files, from the root.</summary>
    public static IReadOnlyList<string> All { get; } = [.. RepositoryFiles.Below("reports/samples", "results.json")];

    /// <summary>The first result file, from the root; it has Tables 1-4, stacks of units and networks.</summary>
    public static string Results => All[0];
}
