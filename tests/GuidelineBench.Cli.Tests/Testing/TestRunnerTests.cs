using GuidelineBench.Cli.Testing;

namespace GuidelineBench.Cli.Tests.Testing;

public class TestRunnerTests
{
    private static readonly TestSelection Everything = new();

    [Fact]
    public void TestsThatWereNotBuiltAreAFailure()
    {
        using var folder = new TemporaryFolder();
        TestRunResult result = TestRunner.Run(new TestRun("Some.Tests", folder["Some.Tests.dll"]), Everything, folder.Path);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Equal("0 passed, 1 failed", result.Outcome.ToString());
    }

    [Fact]
    public void ARunnerThatBreaksIsAFailureEvenWithoutAFailedTest()
    {
        using var folder = new TemporaryFolder();
        // An assembly that is none: the runner ends with an error and writes no results.
        string assembly = folder.Write("Some.Tests.dll", "not an assembly");
        TestRunResult result = TestRunner.Run(new TestRun("Some.Tests", assembly), Everything, folder.Path);
        Assert.NotEqual(0, result.ExitCode);
        TestFailure failure = Assert.Single(result.Outcome.Failures);
        Assert.StartsWith("Some.Tests: the test runner ended with code", failure.Name, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Message);
    }
}
