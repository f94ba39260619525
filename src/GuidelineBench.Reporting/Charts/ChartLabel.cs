using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A name beside one of the places that it belongs to.</summary>
public sealed record ChartLabel(string Text, ImmutableArray<(double X, double Y)> Places);
