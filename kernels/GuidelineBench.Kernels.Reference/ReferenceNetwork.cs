using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference;

/// <summary>A whole network, every map in double: what the kernels' results are compared with.</summary>
public static class ReferenceNetwork
{
    /// <param name="parameters">Weights and bias of a convolution node, laid out as <see cref="DirectConvolution"/> says.</param>
    /// <param name="inputNchw">batch x channels x height x width.</param>
    /// <returns>Every node's output by node index, batch x channels x height x width.</returns>
    /// <exception cref="ArgumentException">The input has not the length of that batch.</exception>
    public static double[][] Run(
        Graph graph,
        Func<int, (float[] Weights, float[] Bias)> parameters,
        ReadOnlySpan<float> inputNchw,
        int batch)
    {
        if (inputNchw.Length != batch * graph.Input.Output.Elements)
            throw new ArgumentException(FormattableString.Invariant(
                $"{batch} x {graph.Input.Output} has {batch * graph.Input.Output.Elements} elements, not {inputNchw.Length}."),
                nameof(inputNchw));

        double[][] outputs = new double[graph.Nodes.Length][];
        foreach (Node node in graph.Nodes)
        {
            outputs[node.Index] = node.Layer switch
            {
                Input => Widened(inputNchw),
                Convolution convolution => Convolved(
                    convolution, graph.Nodes[node.Inputs[0]].Output, outputs[node.Inputs[0]], parameters(node.Index), batch),
                ReLU => ElementwiseReLU.Of(outputs[node.Inputs[0]]),
                Sum => ElementwiseSum.Of([.. node.Inputs.Select(input => outputs[input])]),
                _ => throw new NotSupportedException($"There is no reference for {node.Layer.Signature}."),
            };
        }

        return outputs;
    }

    private static double[] Widened(ReadOnlySpan<float> values)
    {
        double[] output = new double[values.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = values[i];
        return output;
    }

    private static double[] Convolved(
        Convolution convolution, MapShape input, double[] maps, (float[] Weights, float[] Bias) parameters, int batch)
    {
        int inputElements = (int)input.Elements;
        int outputElements = convolution.OutputChannels * input.Pixels;
        double[] output = new double[batch * outputElements];
        for (int image = 0; image < batch; image++)
        {
            ReadOnlySpan<double> map = maps.AsSpan(image * inputElements, inputElements);
            for (int pixel = 0; pixel < input.Pixels; pixel++)
            {
                double[] patch = DirectConvolution.Patch(convolution, input, map, pixel);
                double[] column = DirectConvolution.Pixel(convolution, patch, parameters.Weights, parameters.Bias);
                for (int channel = 0; channel < column.Length; channel++)
                    output[image * outputElements + channel * input.Pixels + pixel] = column[channel];
            }
        }

        return output;
    }
}
