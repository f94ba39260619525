using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

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
