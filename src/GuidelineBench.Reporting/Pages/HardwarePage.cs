using GuidelineBench.Reporting.Hardware;
using GuidelineBench.Reporting.Histories;
using GuidelineBench.Reporting.Sections;

namespace GuidelineBench.Reporting.Pages;

internal static class HardwarePage
{
    public static Document Of(IReadOnlyList<HardwareMachine> machines, IReadOnlyList<HistoryReport> histories)
    {
        string count = Numbers.Of(machines.Count, "machine");
        bool areMany = HardwareSections.AreMany(machines), hasGuidelines = machines.Any(machine => machine.Verdicts is not null);
        GuidelineByMachine[] guidelines = [.. GuidelineByMachine.Of([.. machines.Select(machine => machine.Verdicts)]).OrderBy(row => row.Guideline.Id, StringComparer.Ordinal)];
        return new Document(
            $"GuidelineBench: {(areMany ? count : string.Join(", ", machines.Select(machine => machine.Name)))}",
            $"{(hasGuidelines ? "Do the four guidelines hold on" : "Which network is fast on")} these {count}?",
            hasGuidelines ? [.. guidelines.Select(row => (Text)HardwareSentences.Of(row, machines))] : [$"Networks of {count}"])
        {
            Head = hasGuidelines
                ?
                [
                    BulletList.Of(guidelines.Select(row => $"{HardwareSentences.Of(row, machines)} ({row.Guideline.Name.ToLowerInvariant()})."), ListKind.News),
                    Paragraph.Key(
                        "A guideline holds where the row that breaks it takes 5 % more time per multiply-add or more. Each machine is shown by its newest complete run. " +
                        "What is measured is the kernels named below; a slower library can show a guideline more strongly."),
                ]
                : [],
            Sections = HardwareSections.Of(machines, histories),
            Footer =
            [
                "Data of all cells: ", Phrase.Link("results.csv", "results.csv"),
                .. histories.Count > 0 ? (Phrase[])["; of all runs: ", Phrase.Link("history.csv", "history.csv")] : [],
                ". ",
                .. areMany
                    ? (Phrase[])[$"Of more than {Numbers.Count(Report.MostWithSections)} machines this page has no sections of each: ", Phrase.Code("report FILE"), " makes the page of one run. "]
                    : [],
                $"The paper: {Sentences.Paper}.",
            ],
        };
    }
}
