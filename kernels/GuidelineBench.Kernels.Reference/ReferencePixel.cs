using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference;

/// <summary>One pixel of a few nodes that are run together, from maps that are already there: cheap enough to verify a plan.</summary>
public static class ReferencePixel
{
    /// <param name="nodes">Indices of the nodes, each after its inputs. A convolution among them reads a map from outside.</param>
    /// <param name="parameters">Weights and bias of a convolution node, laid out as <see cref="DirectConvolution"/> says.</param>
    /// <param name="image">channels x height x width of one image at a node outside <paramref name="nodes"/>.</param>
    /// <param name="pixel">y * width + x.</param>
    /// <returns>All channels of the last node at that pixel.</returns>
    public static double[] Compute(
        Graph graph,
        IReadOnlyList<int> nodes,
        Func<int, (float[] Weights, float[] Bias)> parameters,
        Func<int, ReadOnlyMemory<float>> image,
        int pixel)
    {
        var computed = new Dictionary<int, double[]>();
        foreach (int index in nodes)
        {
            Node node = graph.Nodes[index];
            computed[index] = node.Layer switch
            {
                Convolution convolution => Convolved(convolution, node),
                ReLU => ElementwiseReLU.Of(Column(node.Inputs[0])),
                Sum => ElementwiseSum.Of([.. node.Inputs.Select(Column)]),
                _ => throw new NotSupportedException($"There is no reference for {node.Layer.Signature}."),
            };
        }

        return computed[nodes[^1]];

        double[] Convolved(Convolution convolution, Node node)
        {
            int input = node.Inputs[0];
            double[] patch = DirectConvolution.Patch(convolution, graph.Nodes[input].Output, image(input).Span, pixel);
            (float[] weights, float[] bias) = parameters(node.Index);
            return DirectConvolution.Pixel(convolution, patch, weights, bias);
        }

        double[] Column(int input)
        {
            if (computed.TryGetValue(input, out double[]? column))
                return column;
            MapShape shape = graph.Nodes[input].Output;
            ReadOnlySpan<float> map = image(input).Span;
            column = new double[shape.Channels];
            for (int channel = 0; channel < column.Length; channel++)
                column[channel] = map[channel * shape.Pixels + pixel];
            return column;
        }
    }
}
