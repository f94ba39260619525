using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>A layer at its place in a graph.</summary>
/// <param name="Index">Position in <see cref="Graph.Nodes"/>; inputs always come earlier.</param>
/// <param name="Layer">What is computed.</param>
/// <param name="Inputs">Indices of the nodes whose outputs are read.</param>
/// <param name="Output">Shape of the result, one image.</param>
public sealed record Node(int Index, Layer Layer, ImmutableArray<int> Inputs, MapShape Output);
