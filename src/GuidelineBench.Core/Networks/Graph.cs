using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Core.Checksums;
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
