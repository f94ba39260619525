using System.Collections.Immutable;
using System.Xml.Linq;
using GuidelineBench.Cli.Sdk;

namespace GuidelineBench.Cli.Testing;

/// <summary>Runs test projects, which are programs; with <c>dotnet test</c> where a filter asks for more than they understand.</summary>
internal static class TestRunner
{
    /// <param name="root">Of the source tree; the SDK's version is looked up from there.</param>
    /// <param name="classes">Only the tests of these classes; null for all.</param>
    public static TestRunResult Run(TestRun run, TestSelection selection, string root, IReadOnlyList<string>? classes = null)
    {
        if (!File.Exists(run.Assembly))
            return new TestRunResult(run, ExitCode.Failed, TestOutcome.Broken(run, $"not built, {run.Assembly} is missing"), "");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-test-");
        try
        {
            (int code, string output) = Dotnet.Run(root, Variables(run, selection), Arguments(run, selection, classes, folder.FullName));
            TestOutcome outcome = folder.EnumerateFiles("*.trx", SearchOption.AllDirectories)
                .Select(file => TrxFile.Read(XDocument.Load(file.FullName)))
                .Aggregate(TestOutcome.Nothing, (sum, next) => sum.With(next));
            // A crash of the test process is a failure even when no single test is to blame.
            if (code != 0 && outcome.Failed == 0)
                outcome = outcome.With(TestOutcome.Broken(run, FormattableString.Invariant($"the test runner ended with code {code}"), output));
            // The runner says 0 when it cannot load the tests at all.
            if (code == 0 && outcome.Total == 0 && selection.Filter is null)
                (code, outcome) = (ExitCode.Failed, TestOutcome.Broken(run, "no test was found", output));
            return new TestRunResult(run, code, outcome, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Classes that have tests, in a fixed order; none where the program cannot say.</summary>
    public static ImmutableArray<string> Classes(TestRun run, TestSelection selection, string root)
    {
        if (!File.Exists(run.Assembly))
            return [];
        DotnetOutcome listed = Dotnet.Run(root, Variables(run, selection), [run.Assembly, "-list", "classes", "-noLogo", "-noColor"]);
        return [.. listed.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    private static ImmutableDictionary<string, string> Variables(TestRun run, TestSelection selection) =>
        run.Variables.SetItem(TestSelection.PartVariable, selection.All ? "all" : "part");

    private static IEnumerable<string> Arguments(TestRun run, TestSelection selection, IReadOnlyList<string>? classes, string results)
    {
        IReadOnlyList<string>? byName = selection.Filter is null ? [] : TestFilter.ByName(selection.Filter);
        return byName is null
            ? ["test", run.Assembly, "--logger", "trx", "--results-directory", results, "--nologo", "--filter", selection.Filter!]
            : [run.Assembly, "-noLogo", "-noColor", "-result-trx", Path.Combine(results, "results.trx"), .. byName, .. (classes ?? []).SelectMany(name => (string[])["-class", name])];
    }
}

/// <param name="ExitCode">The test runner's.</param>
/// <param name="Output">What the runner printed.</param>
internal sealed record TestRunResult(TestRun Run, int ExitCode, TestOutcome Outcome, string Output);

/// <summary>What came of one or more runs.</summary>
internal sealed record TestOutcome(int Passed, int Skipped, ImmutableArray<TestFailure> Failures)
{
    public static TestOutcome Nothing { get; } = new(0, 0, []);

    public int Failed => Failures.Length;

    public int Total => Passed + Failed + Skipped;

    public static TestOutcome Broken(TestRun run, string what, string output = "") =>
        new(0, 0, [new TestFailure($"{run.Name}: {what}", TestFailure.LastLines(output))]);

    public TestOutcome With(TestOutcome other) =>
        new(Passed + other.Passed, Skipped + other.Skipped, [.. Failures, .. other.Failures]);

    /// <summary>The closing line: <c>N passed, N failed</c>, and <c>, N skipped</c> where there are any.</summary>
    public override string ToString() => Skipped == 0
        ? FormattableString.Invariant($"{Passed} passed, {Failed} failed")
        : FormattableString.Invariant($"{Passed} passed, {Failed} failed, {Skipped} skipped");
}
