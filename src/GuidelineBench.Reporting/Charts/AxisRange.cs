namespace GuidelineBench.Reporting.Charts;

/// <summary>The ends of an axis.</summary>
public sealed record AxisRange(double Minimum, double Maximum);
