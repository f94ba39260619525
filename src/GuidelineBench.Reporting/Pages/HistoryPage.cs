using GuidelineBench.Reporting.Histories;
using GuidelineBench.Reporting.Sections;

namespace GuidelineBench.Reporting.Pages;

internal static class HistoryPage
{
    public static Document Of(HistoryReport report)
    {
        MachineHistory history = report.History;
        return new Document(
            $"GuidelineBench: {report.Name} over time",
            $"{report.Name}: {Numbers.Of(history.Runs.Length, "run")} from {Numbers.Day(history.Runs[0].StartedUtc)} to {Numbers.Day(history.Runs[^1].StartedUtc)}",
            [HistorySentences.Finding(report), .. history.Changes.Take(HistorySentences.MostChanges).Select(change => (Text)HistorySentences.Of(report, change))])
        {
            Back = report.IsAlone ? default : Phrase.Link("All machines", "index.html"),
            Head = [new Facts([.. HistoryFacts.Of(history)])],
            Sections = HistorySections.Of(report),
            Footer = ["Data of all runs: ", Phrase.Link("history.csv", "history.csv"), $". The paper: {Sentences.Paper}."],
        };
    }
}
