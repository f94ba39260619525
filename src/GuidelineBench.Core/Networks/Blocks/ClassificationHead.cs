using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>What networks end with: the mean over the map, whatever its size, then one fully connected layer.</summary>
internal static class ClassificationHead
{
    /// <param name="name">Name of the fully connected layer.</param>
    public static int Add(GraphBuilder graph, int input, string name, BiasSource bias = BiasSource.Bias) =>
        graph.FullyConnected(graph.GlobalAveragePooling(input), ImageNet.Classes, bias, name);
}
