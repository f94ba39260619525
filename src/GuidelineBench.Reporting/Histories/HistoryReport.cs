namespace GuidelineBench.Reporting.Histories;

/// <summary>A machine's history as its page shows it.</summary>
/// <param name="Name">Tells the machine from the others of the report.</param>
/// <param name="Path">Of its page.</param>
/// <param name="IsAlone">Whether it is the whole report, and not a page beside the hardware page.</param>
public sealed record HistoryReport(string Name, string Path, bool IsAlone, MachineHistory History)
{
    public ImmutableArray<HistorySection> Sections { get; } = HistorySection.Of(History);

    public CellNaming Names { get; } = CellNaming.Among(History.Cells.Select(cell => cell.Key));
}

/// <summary>Rows of a history that stand in one table: an experiment, or networks and other rows, in one configuration.</summary>
/// <param name="Experiment">Null for networks and other rows.</param>
public sealed record HistorySection(Experiment? Experiment, Configuration Configuration, ImmutableArray<CellHistory> Cells)
{
    /// <summary>Experiments in the paper's order, each scale by scale; then the others as they come.</summary>
    public static ImmutableArray<HistorySection> Of(MachineHistory history) =>
    [
        .. from cell in history.Cells
           group cell by (Experiment: ExperimentCatalogue.Find(cell.Key.Experiment), Configuration: Configuration.Of(cell.Key)) into section
           orderby section.Key.Experiment?.Table ?? int.MaxValue
           select new HistorySection(
               section.Key.Experiment,
               section.Key.Configuration,
               [.. section.OrderBy(cell => section.Key.Experiment is null ? null : cell.Key.Scale, StringComparer.Ordinal).ThenBy(cell => RowOf(section.Key.Experiment, cell.Key))]),
    ];

    private static int RowOf(Experiment? experiment, CellKey key) =>
        experiment?.Rows.IndexOf(experiment.Rows.First(row => row.Label == key.Row)) ?? 0;
}
