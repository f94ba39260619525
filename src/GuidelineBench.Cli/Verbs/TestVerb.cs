using System.Collections.Concurrent;
using System.CommandLine;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Cli.Testing;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>test</c>: the whole test suite, the kernels under every vector width.</summary>
internal static class TestVerb
{
    /// <summary>Test projects at a time; no test asserts a duration.</summary>
    private const int AtATime = 2;

    public static Command Create(Terminal terminal)
    {
        Option<string?> filter = ValueOption.Create<string?>(
            "--filter", "EXPRESSION", "Only tests that match, as dotnet test --filter takes it (default all).", text => text);
        var verb = new Verb(
            "test", "The whole test suite; the last line says how many tests passed and failed.",
            "./run.sh test",
            "./run.sh test --filter FullyQualifiedName~Costs") { filter };
        verb.SetAction(result => Run(result.GetValue(filter), terminal));
        return verb;
    }

    private static int Run(string? filter, Terminal terminal)
    {
        string root = Repository.Root
            ?? throw new CommandException(ExitCode.Absent, "the tests are not here: they need the source tree that this program was built from");
        IReadOnlyList<TestRun> runs = TestRun.All(root);
        var results = new TestRunResult[runs.Count];
        // Unbuffered, so that a long project holds up one worker and not the projects that were dealt out with it.
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, runs.Count), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            index => results[index] = TestRunner.Run(runs[index], filter, root, terminal.Error));
        foreach (TestRunResult result in results)
        {
            terminal.Out.WriteLine($"{result.Run.Name}: {result.Outcome}");
            foreach (string failure in result.Outcome.Failures)
                terminal.Out.WriteLine($"  failed: {failure}");
        }

        TestOutcome sum = results.Aggregate(TestOutcome.Nothing, (sum, next) => sum.With(next.Outcome));
        terminal.Out.WriteLine(sum);
        int code = results.Select(result => result.ExitCode).FirstOrDefault(code => code != 0);
        return code != 0 ? code : sum.Failed > 0 || sum.Passed == 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
