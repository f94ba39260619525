using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>Squeeze-and-excitation (Hu et al. 2018): each channel times a factor computed from the means of all.</summary>
internal static class SqueezeExcitation
{
    /// <param name="hidden">Width of the first fully connected layer.</param>
    /// <param name="name">Prefix of the names of its two fully connected layers.</param>
    public static int Add(GraphBuilder graph, int input, int hidden, string name)
    {
        int x = graph.GlobalAveragePooling(input);
        x = graph.ReLU(graph.FullyConnected(x, hidden, name: $"{name}.fc1"));
        x = graph.FullyConnected(x, graph.ShapeOf(input).Channels, name: $"{name}.fc2");
        return graph.Add(new ChannelScaling(), input, graph.Add(new Sigmoid(), x));
    }
}
