namespace GuidelineBench.Core.Paper;

/// <summary>A line of a cell of Appendix Table 2.</summary>
/// <param name="Channels">Output channels; null for the pooling layer.</param>
/// <param name="Stride">Null where none is printed.</param>
public sealed record LargeArchitectureLayer(int KernelSize, int? Channels, int? Stride);
