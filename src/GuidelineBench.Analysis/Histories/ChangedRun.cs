using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Histories;

/// <summary>All rows that stepped between the same two runs.</summary>
/// <param name="Before">Index of the last run before.</param>
/// <param name="After">Index of the first run after.</param>
/// <param name="Beside">What differs between the two runs; differences of single rows stand with these.</param>
/// <param name="Rows">The largest step first.</param>
public sealed record ChangedRun(
    int Before, int After, ImmutableArray<Difference> Beside, ImmutableArray<(CellHistory Cell, Change Change)> Rows);
