namespace GuidelineBench.Reporting.Charts;

/// <param name="Label">Beside the point where there is room; empty for none.</param>
/// <param name="Size">Of the mark; 1 to 4.</param>
/// <param name="Text">The exact values for a reader who points at it.</param>
public sealed record ChartPoint(ChartSeries Series, double X, double Y, string Label, int Size, string Text);
