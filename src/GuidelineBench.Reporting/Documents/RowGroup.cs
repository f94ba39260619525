using System.Collections.Immutable;

namespace GuidelineBench.Reporting.Documents;

/// <summary>Rows under a head of their own; a table without such heads is one group without a head.</summary>
public sealed record RowGroup(string Head, ImmutableArray<ImmutableArray<Cell>> Rows);
