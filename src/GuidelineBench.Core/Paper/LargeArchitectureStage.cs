using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>A cell of Appendix Table 2.</summary>
/// <param name="OutputSize">Height and width of the output map.</param>
/// <param name="Repeats">How often the layers are repeated as a block.</param>
public sealed record LargeArchitectureStage(string Name, int OutputSize, int Repeats, ImmutableArray<LargeArchitectureLayer> Layers);
