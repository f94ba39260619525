using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Points that share one label: a row of a table at its scales.</summary>
public sealed record ScatterCluster(ChartSeries Series, string Label, ImmutableArray<ScatterPoint> Points);
