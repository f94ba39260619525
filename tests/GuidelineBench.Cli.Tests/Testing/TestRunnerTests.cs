using System.Collections.Immutable;
using GuidelineBench.Cli.Testing;

namespace GuidelineBench.Cli.Tests.Testing;

public class TestRunnerTests
{
    [Fact]
    public void TestsThatWereNotBuiltAreAFailure()
    {
        using var folder = new TemporaryFolder();
        using var log = new StringWriter();
        TestRunResult result = TestRunner.Run(
            new TestRun("Some.Tests", folder["Some.Tests.dll"], ImmutableDictionary<string, string>.Empty), null, folder.Path, log);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal("0 passed, 1 failed", result.Outcome.ToString());
    }

    [Fact]
    public void ARunnerThatBreaksIsAFailureEvenWithoutAFailedTest()
    {
        using var folder = new TemporaryFolder();
        using var log = new StringWriter();
        // An assembly that is none: the runner ends with an error and writes no results.
        string assembly = folder.Write("Some.Tests.dll", "not an assembly");
        TestRunResult result = TestRunner.Run(
            new TestRun("Some.Tests", assembly, ImmutableDictionary<string, string>.Empty), null, folder.Path, log);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal(1, result.Outcome.Failed);
    }
}
