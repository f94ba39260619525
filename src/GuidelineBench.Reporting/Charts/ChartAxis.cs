namespace GuidelineBench.Reporting.Charts;

/// <param name="Name">With its unit.</param>
/// <param name="Unit">Behind the numbers at the ticks; empty for none.</param>
public sealed record ChartAxis(string Name, bool Logarithmic, string Unit = "");
