using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Bars under one name; panels stand side by side, or one below the other on a phone.</summary>
public sealed record SplitPanel(string Name, ImmutableArray<SplitBar> Bars);
