namespace GuidelineBench.Cli.Testing;

/// <summary>Which tests are run.</summary>
/// <param name="All">Every case; else the representative part of them.</param>
/// <param name="Filter">As <c>dotnet test --filter</c> takes it; null for all tests.</param>
/// <param name="Width">The vector width that kernels are tested with, and nothing else is; null for every width and everything.</param>
/// <param name="Shard">Null for all.</param>
internal sealed record TestSelection(bool All = false, string? Filter = null, TestedWidth? Width = null, TestShard? Shard = null)
{
    /// <summary>Read by the tests; see tests/GuidelineBench.Sampling.</summary>
    public const string PartVariable = "GUIDELINEBENCH_TESTS";

    /// <summary>The command that runs one test alone, as it was run.</summary>
    /// <param name="method">Class and method.</param>
    public string Again(TestRun run, string method)
    {
        string filter = $"FullyQualifiedName={method}";
        // A shell takes + and dots as they are; a backtick of a generic class not.
        if (filter.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '_' or '+' or '=')))
            filter = $"'{filter}'";
        return $"./run.sh test {(All ? "--all " : "")}--filter {filter}{(run.Width is null ? "" : $" --width {run.Width.Name}")}";
    }
}
