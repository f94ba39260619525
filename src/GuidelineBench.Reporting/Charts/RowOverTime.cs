namespace GuidelineBench.Reporting.Charts;

/// <summary>A row's time over the runs, for a picture inside a table.</summary>
/// <param name="Name">Of the row, for the text alternative.</param>
public sealed record RowOverTime(string Name, CellHistory Row);
