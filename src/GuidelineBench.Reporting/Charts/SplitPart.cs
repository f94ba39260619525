namespace GuidelineBench.Reporting.Charts;

/// <param name="Percent">Of the whole, 0 to 100.</param>
/// <param name="Text">The exact value for a reader who points at it.</param>
public sealed record SplitPart(ChartSeries Series, double Percent, string Text);
