using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Execution.Verification;

/// <summary>What a whole graph gives, in double and by an FP32 loop: everywhere, or at a few pixels where these do not depend on all others.</summary>
/// <param name="Elements">Index in batch x channels x height x width, and both values.</param>
internal sealed record ExpectedOutput(IEnumerable<(int Element, double Reference, double Loop)> Elements)
{
    public static ExpectedOutput Of(Graph graph, NetworkParameters parameters, float[] input, int batch)
    {
        // Windows over windows reach so far that a few pixels depend on most of the map.
        bool isLocal = !graph.Nodes.Any(node => node.Layer is GlobalAveragePooling or FullyConnected or MaxPooling or AveragePooling or Convolution { KernelSize: > 1 });
        return new ExpectedOutput(isLocal ? [.. Local(graph, parameters, input, batch)] : [.. Everywhere(graph, parameters, input, batch)]);
    }

    private static IEnumerable<(int, double, double)> Everywhere(Graph graph, NetworkParameters parameters, float[] input, int batch)
    {
        double[] reference = ReferenceNetwork.Output(graph, Numbers(parameters), input, batch);
        double[] loop = ReferenceNetwork.Output(graph, Numbers(parameters), input, batch, SinglePrecision.Column);
        for (int element = 0; element < reference.Length; element++)
            yield return (element, reference[element], loop[element]);
    }

    /// <summary>The corners, the centre and a pixel of another tile than these, in the first and the last image.</summary>
    private static IEnumerable<(int, double, double)> Local(Graph graph, NetworkParameters parameters, float[] input, int batch)
    {
        MapShape shape = graph.Output.Output;
        int elements = (int)graph.Input.Output.Elements, last = shape.Pixels - 1;
        int[] nodes = [.. graph.Nodes.Skip(1).Select(node => node.Index)];
        int[] pixels = [.. new[] { 0, shape.Width - 1, last / 2, last - shape.Width / 3, last }.Where(pixel => pixel >= 0).Distinct()];
        foreach (int image in new[] { 0, batch - 1 }.Distinct())
        {
            var maps = new Dictionary<int, ReadOnlyMemory<float>> { [graph.Input.Index] = input.AsMemory(image * elements, elements) };
            ImmutableArray<double[]> reference = new ReferencePixels(graph, nodes, Numbers(parameters), maps).At(pixels);
            ImmutableArray<double[]> loop = new ReferencePixels(graph, nodes, Numbers(parameters), maps, SinglePrecision.Column).At(pixels);
            for (int i = 0; i < pixels.Length; i++)
            {
                for (int channel = 0; channel < shape.Channels; channel++)
                    yield return ((image * shape.Channels + channel) * shape.Pixels + pixels[i], reference[i][channel], loop[i][channel]);
            }
        }
    }

    private static Func<int, (float[], float[])> Numbers(NetworkParameters parameters) => node => (parameters[node].Weights, parameters[node].Bias);
}
