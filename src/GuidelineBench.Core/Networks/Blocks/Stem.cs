namespace GuidelineBench.Core.Networks.Blocks;

/// <summary>What the ShuffleNets and the networks built in their shell begin with: 3x3 with stride 2, ReLU, max pooling with stride 2.</summary>
internal static class Stem
{
    /// <param name="name">Name of the convolution.</param>
    public static int Add(GraphBuilder graph, int channels, string name)
    {
        int x = graph.ReLU(graph.Convolution(graph.Input, channels, name, kernelSize: 3, stride: 2));
        return graph.MaxPooling(x, kernelSize: 3, stride: 2, padding: 1);
    }
}
