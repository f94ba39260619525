using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Charts;

/// <summary>One whole, split.</summary>
/// <param name="Note">Behind the label, right-aligned; empty for none.</param>
public sealed record SplitBar(string Label, string Note, ImmutableArray<SplitPart> Parts);
