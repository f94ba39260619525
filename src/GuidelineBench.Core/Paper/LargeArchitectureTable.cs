using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Appendix Table 2: architectures of the large models.</summary>
public sealed record LargeArchitectureTable(ImmutableArray<LargeArchitecture> Networks);

/// <summary>A column of Appendix Table 2.</summary>
/// <param name="GigaMultiplyAdds">10^9 per image at 224x224.</param>
/// <param name="Stages">Those that the network has, in order.</param>
public sealed record LargeArchitecture(string Network, double GigaMultiplyAdds, ImmutableArray<LargeArchitectureStage> Stages);

/// <summary>A cell of Appendix Table 2.</summary>
/// <param name="OutputSize">Height and width of the output map.</param>
/// <param name="Repeats">How often the layers are repeated as a block.</param>
public sealed record LargeArchitectureStage(string Name, int OutputSize, int Repeats, ImmutableArray<LargeArchitectureLayer> Layers);

/// <summary>A line of a cell of Appendix Table 2.</summary>
/// <param name="Channels">Output channels; null for the pooling layer.</param>
/// <param name="Stride">Null where none is printed.</param>
public sealed record LargeArchitectureLayer(int KernelSize, int? Channels, int? Stride);
