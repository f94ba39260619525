namespace GuidelineBench.Cli.Testing;

/// <param name="ExitCode">The test runner's.</param>
internal sealed record TestRunResult(TestRun Run, int ExitCode, TestOutcome Outcome);
