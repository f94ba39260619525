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
