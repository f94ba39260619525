using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <param name="Id">Unique on the page.</param>
public sealed record ScatterChart(
    string Id, string Title, string HorizontalName, string VerticalName, ImmutableArray<ChartSeries> Series, ImmutableArray<ScatterCluster> Clusters);
