using System.Xml.Linq;
using GuidelineBench.Cli.Testing;

namespace GuidelineBench.Cli.Tests.Testing;

public class TrxFileTests
{
    private const string Mixed = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="1" name="run" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testName="A.Adds" outcome="Passed" duration="00:00:00.01" />
            <UnitTestResult testName="A.Subtracts(from: 3)" outcome="Failed" testId="7">
              <Output>
                <ErrorInfo>
                  <Message>Assert.Equal() Failure: Values differ
        Expected: 1
        Actual:   2</Message>
                  <StackTrace>at A.Subtracts()</StackTrace>
                </ErrorInfo>
              </Output>
            </UnitTestResult>
            <UnitTestResult testName="A.NeedsGpu" outcome="NotExecuted">
              <Output><ErrorInfo><Message>no device</Message></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testName="A.Hangs" outcome="Timeout" />
            <UnitTestResult testName="A.Divides" outcome="Passed" />
          </Results>
          <TestDefinitions>
            <UnitTest name="A.Subtracts(from: 3)" id="7"><TestMethod className="Space.A" name="Subtracts" /></UnitTest>
          </TestDefinitions>
          <ResultSummary outcome="Failed">
            <Counters total="5" executed="4" passed="2" failed="1" timeout="1" notExecuted="1" />
          </ResultSummary>
        </TestRun>
        """;

    [Fact]
    public void CountsWhatRanAndNamesWhatFailed()
    {
        TestOutcome outcome = TrxFile.Read(XDocument.Parse(Mixed));
        Assert.Equal(2, outcome.Passed);
        Assert.Equal(1, outcome.Skipped);
        Assert.Equal(["A.Subtracts(from: 3)", "A.Hangs"], outcome.Failures.Select(failure => failure.Name));
        Assert.Equal(["Assert.Equal() Failure: Values differ", "Expected: 1", "Actual:   2"], outcome.Failures[0].Message);
        Assert.Equal(["Space.A.Subtracts", null], outcome.Failures.Select(failure => failure.Method));
        Assert.Equal("2 passed, 2 failed, 1 skipped", outcome.ToString());
    }

    /// <summary>Runners of tests name methods with their class or without it.</summary>
    [Theory]
    [InlineData("Subtracts")]
    [InlineData("Space.A.Subtracts")]
    [InlineData("Space.A.Subtracts(from: 3.5)")]
    public void TheMethodIsTheClassesAndNotTheCases(string name) => Assert.Equal(
        "Space.A.Subtracts",
        TrxFile.Read(XDocument.Parse(Mixed.Replace("name=\"Subtracts\"", $"name=\"{name}\"", StringComparison.Ordinal))).Failures[0].Method);

    [Fact]
    public void ALongMessageIsCut() =>
        Assert.Equal(["1", "2", "3", "4", "5", "6"], TestFailure.FirstLines("1\r\n\n2\n3\n4\n5\n6\n7\n8"));

    [Fact]
    public void SumsUpOverFiles()
    {
        TestOutcome one = new(3, 0, []), other = new(1, 0, [new TestFailure("B.Fails", [])]);
        Assert.Equal("4 passed, 1 failed", one.With(other).ToString());
        Assert.Equal("0 passed, 0 failed", TestOutcome.Nothing.ToString());
    }
}
