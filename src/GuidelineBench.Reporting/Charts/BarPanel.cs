using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>The groups of one scale; panels of a chart stand side by side, or one below the other on a phone.</summary>
public sealed record BarPanel(string Name, ImmutableArray<BarGroup> Groups);
