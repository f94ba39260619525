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

/// <summary>
/// A filter of <c>dotnet test</c> that only asks for names: test projects understand it themselves, and start in a fraction
/// of the time that <c>dotnet test</c> takes.
/// </summary>
internal static class TestFilter
{
    private const string NameProperty = "FullyQualifiedName";

    /// <returns>Arguments of the test program; null for a filter that asks for more.</returns>
    public static IReadOnlyList<string>? ByName(string filter)
    {
        var arguments = new List<string>();
        foreach (string condition in filter.Split('|', StringSplitOptions.TrimEntries))
        {
            string name = condition.StartsWith(NameProperty, StringComparison.OrdinalIgnoreCase) ? condition[NameProperty.Length..].TrimStart() : "~" + condition;
            // Anything but names of types and methods: other operators, brackets, escaped letters.
            if (name.Length < 2 || name[0] is not ('~' or '=') || name.AsSpan(1).ContainsAny("~=!&()\\*\"', "))
                return null;
            arguments.AddRange(["-method", name[0] == '=' ? name[1..] : $"*{name[1..]}*"]);
        }

        return arguments;
    }
}

/// <summary>One of several equal parts of the suite, so that as many machines test it once between them.</summary>
/// <param name="Number">From 1 on.</param>
internal sealed record TestShard(int Number, int Count)
{
    /// <summary>More would leave some without tests.</summary>
    public const int Most = 64;

    /// <returns>Null for a text that is not <c>2/6</c> or the like.</returns>
    public static TestShard? Read(string text) =>
        text.Split('/') is [string number, string count]
        && Options.NumberText.TryRead(number, out int one) && Options.NumberText.TryRead(count, out int all)
        && one >= 1 && one <= all && all <= Most
            ? new TestShard(one, all)
            : null;

    /// <summary>Every item is in one of the shards, whatever their number.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> items) => items.Where((_, index) => index % Count == Number - 1);
}
