using System.Globalization;
using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Golden;

public sealed class GoldenTests
{
    /// <summary>Nothing, a decimal comma with points for thousands, a decimal comma with spaces for thousands.</summary>
    public static TheoryData<string> Cultures => ["", "de-DE", "fr-FR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void One_run_gives_the_committed_report(string culture) =>
        Under(culture, () => GoldenFolder.Compare("one-run", Report.Build([SampleRun.Named])));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_run_in_both_executions_gives_the_committed_report(string culture) =>
        Under(culture, () => GoldenFolder.Compare("both-executions", Report.Build([SampleRun.Both])));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Two_runs_give_the_committed_report(string culture) =>
        Under(culture, () => GoldenFolder.Compare("two-runs", Report.Build(
        [
            SampleRun.Named,
            new NamedResultFile("slow/results.json", SampleRun.File("board", seed: 7, rounds: 5, slowdown: 1.3)),
        ])));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Runs_of_one_machine_give_the_committed_report(string culture) =>
        Under(culture, () => GoldenFolder.Compare("history", Report.Build(SampleHistory.Files(24))));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_run_of_networks_gives_the_committed_report(string culture) =>
        Under(culture, () => GoldenFolder.Compare("networks", Report.Build([SampleNetworks.Named])));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Two_runs_of_networks_give_the_committed_report(string culture) =>
        Under(culture, () => GoldenFolder.Compare("two-runs-of-networks", Report.Build(ReportPages.TwoOfNetworks)));

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
