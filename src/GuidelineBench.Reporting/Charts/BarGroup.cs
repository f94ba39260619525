using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>The bars of one row of a table.</summary>
public sealed record BarGroup(string Label, ImmutableArray<Bar> Bars);
