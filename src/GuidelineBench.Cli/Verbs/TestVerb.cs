using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Cli.Testing;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>test</c>: the test suite, or a representative part of it, the kernels under every vector width.</summary>
internal static class TestVerb
{
    public const string Name = "test";

    /// <summary>Test projects at a time: two cores are busy although one of the projects waits more than it computes. No test asserts a duration.</summary>
    private const int AtATime = 3;

    public static Command Create(Terminal terminal)
    {
        var all = new Option<bool>("--all") { Description = "Every case of every test (default a part of them that has each kind of case)." };
        Option<string?> filter = ValueOption.Create<string?>(
            "--filter", "EXPRESSION", "Only tests that match, as dotnet test --filter takes it (default all).", text => text);
        Option<TestedWidth?> width = ValueOption.Create<TestedWidth?>(
            "--width", "BITS", $"Only the kernels, with vectors of one width of this machine: {Widths} (default everything, and the kernels with each).", text =>
                TestedWidth.OfThisMachine.FirstOrDefault(width => width.Name == text)
                ?? throw CommandException.Unusable($"unknown width '{text}'", "--width", Widths));
        Option<TestShard?> shard = ValueOption.Create<TestShard?>(
            "--shard", "N/COUNT", "One of as many equal parts of the test classes, 1/4 to 4/4 (default all).", text =>
                TestShard.Read(text)
                ?? throw CommandException.Unusable(
                    $"unusable shard '{text}'", "--shard", FormattableString.Invariant($"1/4 and the like, of up to {TestShard.Most}")));
        var verb = new Verb(
            Name, "The tests; the last line says how many passed and failed.",
            "./run.sh test",
            "./run.sh test --all",
            "./run.sh test --filter FullyQualifiedName~Costs",
            "./run.sh test --all --shard 2/6") { all, filter, width, shard };
        verb.SetAction(result => Run(
            new TestSelection(result.GetValue(all), result.GetValue(filter), result.GetValue(width), result.GetValue(shard)), terminal));
        return verb;
    }

    private static string Widths => string.Join(", ", TestedWidth.OfThisMachine.Select(width => width.Name));

    private static int Run(TestSelection selection, Terminal terminal)
    {
        if (selection is { Filter: not null, Shard: not null })
            throw CommandException.Unusable("a shard is of all tests", "--shard with --filter", "one of the two");
        string root = Repository.Root
            ?? throw new CommandException(ExitCode.Absent, "the tests are not here: they need the source tree that this program was built from");
        (TestRun Run, IReadOnlyList<string>? Classes)[] runs = [.. Runs(selection, root)];
        var results = new TestRunResult[runs.Length];
        // Unbuffered, so that a long project holds up one worker and not the projects that were dealt out with it.
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, runs.Length), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            index =>
            {
                long start = Stopwatch.GetTimestamp();
                TestRunResult result = results[index] = TestRunner.Run(runs[index].Run, selection, root, runs[index].Classes);
                string output = result.ExitCode == 0 ? "" : result.Output;
                terminal.Error.Write(FormattableString.Invariant(
                    $"{output}== {result.Run.Name}: {result.Outcome}, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s\n"));
            });
        foreach (TestRunResult result in results.OrderBy(result => result.Run.Name, StringComparer.Ordinal))
        {
            // A filter leaves most projects without a test.
            if (result.Outcome.Total > 0)
                terminal.Out.WriteLine($"{result.Run.Name}: {result.Outcome}");
            foreach (TestFailure failure in result.Outcome.Failures)
                Write(failure, result.Run, selection, terminal.Out);
        }

        TestOutcome sum = results.Aggregate(TestOutcome.Nothing, (sum, next) => sum.With(next.Outcome));
        terminal.Out.WriteLine(sum);
        int code = results.Select(result => result.ExitCode).FirstOrDefault(code => code != 0);
        return code != 0 ? code : sum.Failed > 0 || sum.Passed == 0 ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>All test projects, or the classes of each that a shard has.</summary>
    private static IEnumerable<(TestRun Run, IReadOnlyList<string>? Classes)> Runs(TestSelection selection, string root)
    {
        IReadOnlyList<TestRun> runs = TestRun.Of(root, selection);
        if (selection.Shard is null)
            return runs.Select(run => (run, (IReadOnlyList<string>?)null));
        // One row of all classes of all projects is dealt out, so that what takes long is spread over the shards.
        return selection.Shard
            .Of(runs.SelectMany(run => TestRunner.Classes(run, selection, root).DefaultIfEmpty().Select(name => (Run: run, Class: name))))
            .GroupBy(pair => pair.Run, pair => pair.Class)
            .Select(group => (group.Key, group.Contains(null) ? null : (IReadOnlyList<string>?)[.. group.Select(name => name!)]));
    }

    private static void Write(TestFailure failure, TestRun run, TestSelection selection, TextWriter output)
    {
        output.WriteLine($"  failed: {failure.Name}");
        foreach (string line in failure.Message)
            output.WriteLine($"      {line}");
        if (failure.Method is not null)
            output.WriteLine($"      {selection.Again(run, failure.Method)}");
    }
}
