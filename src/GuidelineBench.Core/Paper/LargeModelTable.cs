using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 6: large models on ImageNet.</summary>
public sealed record LargeModelTable(ImmutableArray<LargeModel> Rows);
