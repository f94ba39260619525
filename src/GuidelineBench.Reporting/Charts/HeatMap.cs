namespace GuidelineBench.Reporting.Charts;

/// <summary>A table of counts as shades, with the counts in it.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="ColumnsName">What columns are.</param>
/// <param name="RowsName">What rows are.</param>
/// <param name="Values">Row by row; zero is left empty.</param>
/// <param name="Text">The exact value of a field for a reader who points at it, by row and column.</param>
public sealed record HeatMap(
    string Id, string Title, string ColumnsName, string RowsName, ImmutableArray<string> Columns, ImmutableArray<string> Rows,
    ImmutableArray<ImmutableArray<int>> Values, Func<int, int, string> Text) : IChart;
