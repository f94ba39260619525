using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 5: the layers of ShuffleNet v2 at four widths.</summary>
/// <param name="Widths">0.5x, 1x, 1.5x, 2x: the order of all other lists.</param>
/// <param name="MegaMultiplyAdds">Of the whole network, 10^6 per image at 224x224.</param>
/// <param name="MegaWeights">Of the whole network, 10^6.</param>
public sealed record ArchitectureTable(
    ImmutableArray<string> Widths,
    ImmutableArray<double> MegaMultiplyAdds,
    ImmutableArray<double> MegaWeights,
    ImmutableArray<ArchitectureLayer> Layers);

/// <summary>A row of Table 5.</summary>
/// <param name="OutputSize">Height and width of the output map; null where none is printed.</param>
/// <param name="KernelSize">Null where none is printed.</param>
/// <param name="Strides">One per printed line of the row; a stage has two lines.</param>
/// <param name="Repeats">How often each printed line of the row is repeated.</param>
/// <param name="Channels">Output channels by width; empty where none are printed.</param>
public sealed record ArchitectureLayer(
    string Layer,
    int? OutputSize,
    int? KernelSize,
    ImmutableArray<int> Strides,
    ImmutableArray<int> Repeats,
    ImmutableArray<int> Channels);

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
