using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>One of Tables 1 to 4 as printed (ShuffleNet V2, Section 2).</summary>
/// <param name="Rows">In the paper's order.</param>
public sealed record ControlledTable(ImmutableArray<ControlledTableRow> Rows);
