using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Execution.Verification;

/// <summary>One layer as a graph of its own.</summary>
internal static class LayerGraph
{
    /// <summary>
    /// Further inputs are made from the one that the graph has: as other orders of its channels where they are maps of its shape, as
    /// its channels' means where they are factors.
    /// </summary>
    /// <returns>The graph, and of how many maps its layer is made.</returns>
    public static (Graph Graph, int Inputs) Of(Graph graph, Node node)
    {
        MapShape first = graph.Nodes[node.Inputs[0]].Output;
        var builder = new GraphBuilder(first);
        int[] inputs = new int[node.Inputs.Length];
        for (int i = 1; i < inputs.Length; i++)
            inputs[i] = node.Layer is ChannelScaling ? builder.GlobalAveragePooling(builder.Input) : Rotated(builder, first.Channels, i);
        builder.Add(node.Layer, inputs);
        return (builder.Build(node.Layer.Signature), inputs.Length);
    }

    private static int Rotated(GraphBuilder builder, int channels, int by) =>
        builder.Add(ChannelSelection.Gather(channels, Enumerable.Range(0, channels).Select(channel => (channel + by) % channels)), builder.Input);
}
