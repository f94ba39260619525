namespace GuidelineBench.Reporting.Charts;

/// <summary>Stacked horizontal bars, each of 100 percent.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">The finding.</param>
/// <param name="AxisName">With its unit.</param>
/// <param name="Series">The parts, in the order in which bars stack them.</param>
public sealed record SplitChart(
    string Id, string Title, string AxisName, ImmutableArray<ChartSeries> Series, ImmutableArray<SplitPanel> Panels) : IChart
{
    public string Note => "";
}

/// <summary>Bars under one name; panels stand side by side, or one below the other on a phone.</summary>
public sealed record SplitPanel(string Name, ImmutableArray<SplitBar> Bars);

/// <summary>One whole, split.</summary>
/// <param name="Note">Behind the label, right-aligned; empty for none.</param>
public sealed record SplitBar(string Label, string Note, ImmutableArray<SplitPart> Parts);

/// <param name="Percent">Of the whole, 0 to 100.</param>
/// <param name="Text">The exact value for a reader who points at it.</param>
public sealed record SplitPart(ChartSeries Series, double Percent, string Text);
