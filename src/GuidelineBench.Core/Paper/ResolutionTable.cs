using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Appendix Table 1 (a): whole networks at larger inputs.</summary>
/// <param name="LevelsMegaMultiplyAdds">The four levels of complexity at 224x224, 10^6 multiply-adds: the order of the rows' lists.</param>
public sealed record ResolutionTable(ImmutableArray<int> LevelsMegaMultiplyAdds, ImmutableArray<ResolutionResult> Rows);
