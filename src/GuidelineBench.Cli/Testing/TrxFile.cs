using System.Collections.Immutable;
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

/// <summary>A test that failed, or a run of tests that broke.</summary>
/// <param name="Name">With the case, where there are several.</param>
/// <param name="Message">Its first lines.</param>
/// <param name="Method">Class and method; null where no single test is to blame.</param>
internal sealed record TestFailure(string Name, ImmutableArray<string> Message, string? Method = null)
{
    private const int MostLines = 6;

    /// <summary>The first lines of a message; empty ones left out.</summary>
    public static ImmutableArray<string> FirstLines(string? message) =>
        [.. (message ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostLines)];

    /// <summary>The last lines of what a process printed, where it broke.</summary>
    public static ImmutableArray<string> LastLines(string output) =>
        [.. output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(MostLines)];
}
