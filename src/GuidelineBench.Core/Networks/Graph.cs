using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>A network: nodes in an order in which they can be executed. The first is the input, the last the output.</summary>
public sealed class Graph
{
    internal Graph(string name, ImmutableArray<Node> nodes)
    {
        Name = name;
        Nodes = nodes;
        Checksum = ChecksumOf(nodes);
    }

    public string Name { get; }

    public ImmutableArray<Node> Nodes { get; }

    public Node Input => Nodes[0];

    public Node Output => Nodes[^1];

    /// <summary>16 hexadecimal digits over layers and connections: equal for equal graphs whatever their name.</summary>
    public string Checksum { get; }

    /// <summary>The convolutions with the shape that each reads, in order of execution.</summary>
    public IEnumerable<(Node Node, Convolution Convolution, MapShape Input)> Convolutions =>
        from node in Nodes
        where node.Layer is Convolution
        select (node, (Convolution)node.Layer, Nodes[node.Inputs[0]].Output);

    /// <summary>The layers with weights, in order of execution.</summary>
    public IEnumerable<(Node Node, WeightedLayer Layer)> WeightedLayers =>
        from node in Nodes
        where node.Layer is WeightedLayer
        select (node, (WeightedLayer)node.Layer);

    /// <summary>The first nodes as a graph of their own, whose output is the last of them.</summary>
    public Graph Prefix(int nodes) => new(Name, Nodes[..nodes]);

    private static string ChecksumOf(ImmutableArray<Node> nodes)
    {
        var text = new StringBuilder();
        foreach (Node node in nodes)
            text.AppendJoin('+', node.Layers.Select(layer => layer.Signature)).Append('<').AppendJoin(',', node.Inputs).Append(">\n");
        return Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}

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
