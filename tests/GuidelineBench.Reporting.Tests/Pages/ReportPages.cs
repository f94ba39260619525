using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Pages;

/// <summary>Parsed pages of the sample runs.</summary>
internal static class ReportPages
{
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    public static IHtmlDocument Of(params NamedResultFile[] files) => Parse(Content(Report.Build(files), "index.html"));

    public static string Content(IEnumerable<ReportDocument> documents, string path) =>
        documents.Single(document => document.RelativePath == path).Content;

    public static NamedResultFile[] Two { get; } =
        [SampleRun.Named, new("other.json", SampleRun.File("board", seed: 7, rounds: 5, slowdown: 1.3))];

    /// <summary>As many machines as have a line each, and no sections.</summary>
    public static NamedResultFile[] Many(ResultFile file) =>
        [.. Enumerable.Range(0, 9).Select(i => new NamedResultFile($"{i}.json", file with { Machine = file.Machine with { Host = $"host-{i}" } }))];

    /// <summary>Depth first alone.</summary>
    public static NamedResultFile DepthFirst { get; } = SampleRun.Both with
    {
        File = SampleRun.Both.File with { Cells = [.. SampleRun.Both.File.Cells.Where(cell => cell.Execution == "depth-first")] },
    };

    /// <summary>Networks alone; the second machine is slow at depthwise convolutions.</summary>
    public static NamedResultFile[] TwoOfNetworks { get; } =
    [
        new("results.json", SampleNetworks.File(groups: ["alexnet"])),
        new("slow/results.json", SampleNetworks.File("board", seed: 7, slowDepthwise: true, groups: ["alexnet"])),
    ];

    /// <summary>The same hostile run twice, a day apart.</summary>
    public static NamedResultFile[] HostileHistory { get; } =
        [new("<b>results.json", HostileRun.File()), new("again.json", HostileRun.File() with { StartedUtc = HostileRun.File().StartedUtc.AddDays(1), Tool = new(HostileRun.Formula, null) })];

    /// <summary>Beside a usual one.</summary>
    public static NamedResultFile[] HostileMachine => [Hostile, SampleRun.Named];

    public static NamedResultFile Hostile { get; } = new("<b>results.json", HostileRun.File());
}
