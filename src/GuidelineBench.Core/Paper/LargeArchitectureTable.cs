using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Appendix Table 2: architectures of the large models.</summary>
public sealed record LargeArchitectureTable(ImmutableArray<LargeArchitecture> Networks);
