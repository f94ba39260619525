using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Histories;

/// <summary>A row that stepped together with others.</summary>
/// <param name="Beside">What differs in the row itself between the two runs.</param>
public sealed record ChangedRow(CellHistory Cell, Change Change, ImmutableArray<Difference> Beside);
