using System.Xml.Linq;

namespace GuidelineBench.Cli.Testing;

/// <summary>Results as test runners of .NET write them (namespace TeamTest/2010).</summary>
internal static class TrxFile
{
    private static readonly XNamespace Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestOutcome Read(XDocument trx)
    {
        ILookup<string?, XElement> methods = trx.Descendants(Namespace + "UnitTest").ToLookup(test => (string?)test.Attribute("id"));
        ILookup<string, XElement> byOutcome = trx
            .Descendants(Namespace + "UnitTestResult")
            .ToLookup(result => (string?)result.Attribute("outcome") switch
            {
                "Passed" => "passed",
                "NotExecuted" => "skipped",
                // Failed, Error, Timeout, Aborted, and whatever a newer runner invents.
                _ => "failed",
            });
        return new TestOutcome(
            byOutcome["passed"].Count(),
            byOutcome["skipped"].Count(),
            [.. byOutcome["failed"].Select(result => Failure(result, methods[(string?)result.Attribute("testId")].FirstOrDefault()))]);
    }

    private static TestFailure Failure(XElement result, XElement? test) => new(
        (string?)result.Attribute("testName") ?? "unnamed test",
        TestFailure.FirstLines(result.Descendants(Namespace + "Message").FirstOrDefault()?.Value),
        test?.Element(Namespace + "TestMethod") is { } method
            && (string?)method.Attribute("className") is { } type && (string?)method.Attribute("name") is { } name
                // A runner may name the method with its class, and a case with its arguments.
                ? name.StartsWith(type + ".", StringComparison.Ordinal) ? name.Split('(')[0] : $"{type}.{name.Split('(')[0]}"
                : null);
}
