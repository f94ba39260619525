using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Appendix Table 1 (b): ten units of one network on top of each other.</summary>
/// <param name="Channels">c of ShuffleNet v2; other units have the channels that give the same multiply-adds. The order of the rows' lists.</param>
public sealed record UnitTable(ImmutableArray<int> Channels, ImmutableArray<UnitResult> Rows);
