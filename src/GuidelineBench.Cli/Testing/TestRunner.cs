using System.Xml.Linq;
using GuidelineBench.Cli.Sdk;

namespace GuidelineBench.Cli.Testing;

/// <summary>Runs test projects with <c>dotnet test</c>.</summary>
internal static class TestRunner
{
    /// <param name="filter">As <c>dotnet test --filter</c> takes it; null for all tests.</param>
    /// <param name="root">Of the source tree; the SDK's version is looked up from there.</param>
    /// <param name="log">What the runner prints, once the run is over.</param>
    public static TestRunResult Run(TestRun run, string? filter, string root, TextWriter log)
    {
        if (!File.Exists(run.Assembly))
            return new TestRunResult(run, 1, new TestOutcome(0, 0, [$"{run.Name}: not built, {run.Assembly} is missing"]));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-test-");
        try
        {
            int code = Start(run, filter, root, folder.FullName, log);
            TestOutcome outcome = folder.EnumerateFiles("*.trx", SearchOption.AllDirectories)
                .Select(file => TrxFile.Read(XDocument.Load(file.FullName)))
                .Aggregate(TestOutcome.Nothing, (sum, next) => sum.With(next));
            // A crash of the test process is a failure even when no single test is to blame.
            if (code != 0 && outcome.Failed == 0)
                outcome = outcome.With(new TestOutcome(0, 0, [FormattableString.Invariant($"{run.Name}: the test runner ended with code {code}")]));
            // The runner says 0 when it cannot load the tests at all.
            if (code == 0 && outcome.Total == 0 && filter is null)
                (code, outcome) = (ExitCode.Failed, new TestOutcome(0, 0, [$"{run.Name}: no test was found"]));
            return new TestRunResult(run, code, outcome);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Start(TestRun run, string? filter, string root, string results, TextWriter log)
    {
        string[] filtered = filter is null ? [] : ["--filter", filter];
        DotnetOutcome outcome = Dotnet.Run(
            root, run.Variables, ["test", run.Assembly, "--logger", "trx", "--results-directory", results, "--nologo", .. filtered]);
        lock (log)
            log.Write($"== {run.Name}\n{outcome.Output}");
        return outcome.ExitCode;
    }
}
