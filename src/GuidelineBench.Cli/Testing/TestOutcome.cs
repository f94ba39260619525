using System.Collections.Immutable;

namespace GuidelineBench.Cli.Testing;

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
