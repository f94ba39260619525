using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks;

/// <summary>A network without its classification head: what detectors are built on.</summary>
public static class Backbone
{
    /// <summary>The graph up to the map that the last global average pooling reads.</summary>
    /// <param name="name">Name of the new graph.</param>
    /// <exception cref="ArgumentException">The network has no global average pooling.</exception>
    public static Graph Of(Graph graph, string name)
    {
        Node pooling = graph.Nodes.LastOrDefault(node => node.Layer is GlobalAveragePooling)
            ?? throw new ArgumentException($"{graph.Name} has no global average pooling, so no backbone.", nameof(graph));
        return new Graph(name, graph.Prefix(pooling.Inputs[0] + 1).Nodes);
    }
}
