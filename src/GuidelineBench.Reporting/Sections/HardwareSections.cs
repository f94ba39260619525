using GuidelineBench.Reporting.Hardware;
using GuidelineBench.Reporting.Histories;

namespace GuidelineBench.Reporting.Sections;

/// <summary>What a report says about several machines: comparisons, then each machine's own sections where these are few.</summary>
internal static class HardwareSections
{
    private static readonly ImmutableArray<Func<IReadOnlyList<HardwareMachine>, IEnumerable<Section>>> All =
    [
        GuidelinesByMachineSection.Of,
        ContrastsByMachineSection.Of,
        NetworksByMachineSection.Of,
        MachineListSection.Of,
    ];

    /// <param name="histories">Of the machines that have several runs.</param>
    public static ImmutableArray<Section> Of(IReadOnlyList<HardwareMachine> machines, IReadOnlyList<HistoryReport> histories) =>
    [
        .. All.SelectMany(sections => sections(machines)),
        .. from history in histories.Index()
           where !AreMany(machines) || !history.Item.History.Changes.IsEmpty
           select HistorySections.Changes(history.Item, FormattableString.Invariant($"over-time-{history.Index + 1}"), $"Over time: {history.Item.Name}"),
        .. from machine in AreMany(machines) ? [] : machines
           from report in machine.Reports
           select Machine(machine, report),
    ];

    /// <summary>Whether they have a line each in tables, and no sections.</summary>
    public static bool AreMany(IReadOnlyList<HardwareMachine> machines) => machines.Count > Report.MostWithSections;

    public static string IdOf(MachineReport report) => report.Id("machine");

    private static Section Machine(HardwareMachine machine, MachineReport report) => new(
        IdOf(report),
        machine.Name + (report == machine.Reports.First() ? "" : ", networks"),
        [
            .. report.Effects.Experiments.IsEmpty ? [] : new IBlock[] { new BulletList(VerdictLines.Of(report)) },
            .. RunHead.Of(report),
            Paragraph.Key(Sentences.Joined(Sentences.WhoseKernels(report), Sentences.Intervals(report), Sentences.Quoted(report), $"Source: {report.Source}.")),
        ])
    { Sections = report.Sections };
}

internal static class JudgedCell
{
    /// <returns>A dash where nothing was measured.</returns>
    public static Cell Of(GuidelineVerdict? judged, bool contradictsPaper) =>
        judged is null ? Numbers.None : Of(judged.Verdict, judged.Effect, judged.Bound, contradictsPaper);

    public static Cell Of(ContrastVerdict? judged, bool contradictsPaper) =>
        judged is null ? Numbers.None : Of(judged.Verdict, judged.Effect.Effect, Bound.Unknown, contradictsPaper);

    private static Cell Of(Verdict verdict, RatioEstimate? effect, Bound bound, bool contradictsPaper) => new(
        [
            Phrase.Strong((contradictsPaper ? HardwareSentences.Contradiction + " " : "") + VerdictSentences.Of(verdict)),
            .. effect is null ? (Phrase[])[] : [Phrase.Break, Numbers.Ratio(effect.Median), Phrase.Quiet(effect.Interval is { } interval ? " " + Numbers.Interval(interval) : "")],
            .. bound == Bound.Unknown ? (Phrase[])[] : [Phrase.Break, Phrase.Quiet(VerdictSentences.Of(bound))],
        ],
        Sort: effect?.Median);
}
