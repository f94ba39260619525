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
            <UnitTestResult testName="A.Subtracts" outcome="Failed">
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
        Assert.Equal(["A.Subtracts: Assert.Equal() Failure: Values differ", "A.Hangs"], outcome.Failures);
        Assert.Equal("2 passed, 2 failed, 1 skipped", outcome.ToString());
    }

    [Fact]
    public void SumsUpOverFiles()
    {
        TestOutcome one = new(3, 0, []), other = new(1, 0, ["B.Fails"]);
        Assert.Equal("4 passed, 1 failed", one.With(other).ToString());
        Assert.Equal("0 passed, 0 failed", TestOutcome.Nothing.ToString());
    }
}
