using System.Globalization;
using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Golden;

public sealed class GoldenTests
{
    private static readonly string[] CultureNames = ["", "de-DE", "fr-FR"];

    private static readonly Dictionary<string, Func<IReadOnlyList<NamedResultFile>>> Runs = new()
    {
        ["one-run"] = () => [SampleRun.Named],
        ["both-executions"] = () => [SampleRun.Both],
        ["two-runs"] = () => [SampleRun.Named, new NamedResultFile("slow/results.json", SampleRun.File("board", seed: 7, rounds: 5, slowdown: 1.3))],
        ["history"] = () => SampleHistory.Files(24),
        ["networks"] = () => [SampleNetworks.Named],
        ["two-runs-of-networks"] = () => ReportPages.TwoOfNetworks,
        ["many-machines"] = () => ReportPages.Many(SampleRun.File(rounds: 5) with { Cells = [.. SampleRun.File(rounds: 5).Cells, .. SampleNetworks.File(groups: ["alexnet"]).Cells] }),
    };

    /// <summary>Nothing, a decimal comma with points for thousands, a decimal comma with spaces for thousands.</summary>
    public static TheoryData<string> Cultures => [.. CultureNames];

    public static TheoryData<string, string> RunsAndCultures
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (string runs in Runs.Keys)
                foreach (string culture in CultureNames)
                    all.Add(runs, culture);
            return all;
        }
    }

    /// <summary>Sections that are the same as those of one run have no file of their own.</summary>
    [Theory]
    [MemberData(nameof(RunsAndCultures))]
    public void Runs_give_the_committed_sections(string runs, string culture) => Under(culture, () =>
    {
        IEnumerable<ReportDocument> parts = Snapshot.Of(Report.Build(Runs[runs]()));
        GoldenFolder.Compare(runs, runs == "one-run" ? parts : Snapshot.Differences(parts, Snapshot.Of(Report.Build([SampleRun.Named]))));
    });

    /// <summary>Whole: of Table 1 and a few networks, which is enough for most kinds of sections.</summary>
    [Theory]
    [MemberData(nameof(Cultures))]
    public void One_run_gives_the_committed_page_and_summary(string culture) =>
        Under(culture, () => GoldenFolder.Compare("page", Report.Build([new NamedResultFile("results.json", SampleRun.File() with
        {
            Cells = [.. SampleRun.File().Cells.Where(cell => cell.Experiment == "table1"), .. SampleNetworks.File(groups: ["alexnet"]).Cells],
        })]).Where(document => document.RelativePath is "index.html" or "summary.md")));

    /// <summary>Bars, scatter, roofline, points in one panel and in several, shares and a heat map.</summary>
    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_chart_of_each_kind_is_drawn_as_committed(string culture) => Under(culture, () => GoldenFolder.Compare(
        "charts",
        Report.Build([SampleRun.Named]).Concat(Report.Build([SampleNetworks.Named])).Concat(Report.Build(ReportPages.TwoOfNetworks)).Where(document => document.RelativePath
            is "charts/table1.svg" or "charts/memory-access.svg" or "charts/table6.svg" or "charts/reuse.svg" or "charts/m1-accuracy-by-level.svg" or "charts/m1-split.svg" or "charts/m1-roofline.svg")
            .Select(document => document with { RelativePath = Path.GetFileName(document.RelativePath) })));

    private static void Under(string name, Action action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Culture(name);
        try
        {
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The culture, or one with the same separators on a system without culture data.</summary>
    private static CultureInfo Culture(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (name.Length == 0)
            return culture;
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = name == "de-DE" ? "." : "\u202F";
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.DateSeparator = ".";
        try
        {
            CultureInfo system = CultureInfo.GetCultureInfo(name);
            return system.NumberFormat.NumberDecimalSeparator == "," ? system : culture;
        }
        catch (CultureNotFoundException)
        {
            return culture;
        }
    }
}
