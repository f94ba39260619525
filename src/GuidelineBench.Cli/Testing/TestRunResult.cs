namespace GuidelineBench.Cli.Testing;

/// <param name="ExitCode">The test runner's.</param>
/// <param name="Output">What the runner printed.</param>
internal sealed record TestRunResult(TestRun Run, int ExitCode, TestOutcome Outcome, string Output);
