namespace GuidelineBench.Reporting.Histories;

/// <summary>A machine's history as its page shows it.</summary>
/// <param name="Name">Tells the machine from the others of the report.</param>
/// <param name="Path">Of its page.</param>
/// <param name="IsAlone">Whether it is the whole report, and not a page beside the hardware page.</param>
public sealed record HistoryReport(string Name, string Path, bool IsAlone, MachineHistory History)
{
    public ImmutableArray<HistorySection> Sections { get; } = HistorySection.Of(History);

    /// <summary>What its rows are called.</summary>
    public CellNaming Names { get; } = CellNaming.Among(History.Cells.Select(cell => cell.Key));
}
