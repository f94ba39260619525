using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>A layer at its place in a graph.</summary>
/// <param name="Index">Position in <see cref="Graph.Nodes"/>; inputs always come earlier.</param>
/// <param name="Layer">What is computed.</param>
/// <param name="Inputs">Indices of the nodes whose outputs are read.</param>
/// <param name="Output">Shape of the result, one image.</param>
/// <param name="Name">
/// For a layer with weights its name as a module of the published implementation, as in <c>stage2.0.branch1.0</c>: what its
/// tensors are called in a file of weights. No part of the graph's checksum.
/// </param>
/// <param name="Activation">
/// What the layer's values go through before they are the node's: null in every network, set where
/// <see cref="Fusion.EarlyActivations"/> have moved an activation to the operators that make its input.
/// </param>
public sealed record Node(
    int Index, Layer Layer, ImmutableArray<int> Inputs, MapShape Output, string? Name = null, Activation? Activation = null)
{
    /// <summary>The layer, then the activation where there is one.</summary>
    public ImmutableArray<Layer> Layers => Activation is null ? [Layer] : [Layer, Activation];
}
