using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Reporting.Charts;

/// <param name="Text">The exact value for a reader who points at the bar.</param>
public sealed record Bar(ChartSeries Series, double Value, Interval? Interval, string Text);
