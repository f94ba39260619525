using System.Xml.Linq;

namespace GuidelineBench.Cli.Testing;

/// <summary>Results as the .NET test runner writes them (namespace TeamTest/2010).</summary>
internal static class TrxFile
{
    private static readonly XNamespace Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static TestOutcome Read(XDocument trx)
    {
        ILookup<string, XElement> byOutcome = trx
            .Descendants(Namespace + "UnitTestResult")
            .ToLookup(result => (string?)result.Attribute("outcome") switch
            {
                "Passed" => "passed",
                "NotExecuted" => "skipped",
                // Failed, Error, Timeout, Aborted, and whatever a newer runner invents.
                _ => "failed",
            });
        return new TestOutcome(byOutcome["passed"].Count(), byOutcome["skipped"].Count(), [.. byOutcome["failed"].Select(Failure)]);
    }

    private static string Failure(XElement result)
    {
        string name = (string?)result.Attribute("testName") ?? "unnamed test";
        string? message = result.Descendants(Namespace + "Message").FirstOrDefault()?.Value.Trim().Split('\n')[0].TrimEnd();
        return string.IsNullOrEmpty(message) ? name : $"{name}: {message}";
    }
}
