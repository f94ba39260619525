using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference;

/// <summary>A whole network, every map in double: what the kernels' results are compared with.</summary>
public static class ReferenceNetwork
{
    /// <param name="parameters">Weights and bias of a layer with weights by node index, laid out as the layer says.</param>
    /// <param name="inputNchw">batch x channels x height x width.</param>
    /// <returns>Every node's output by node index, batch x channels x height x width.</returns>
    /// <exception cref="ArgumentException">The input has not the length of that batch.</exception>
    public static double[][] Run(
        Graph graph, Func<int, (float[] Weights, float[] Bias)> parameters, ReadOnlySpan<float> inputNchw, int batch)
    {
        double[][] maps = new double[graph.Nodes.Length][];
        maps[graph.Input.Index] = Widened(graph, inputNchw, batch);
        foreach (Node node in graph.Nodes.Skip(1))
            maps[node.Index] = Map(graph, node, maps, parameters, batch, ReferenceOperator.Column);
        return maps;
    }

    /// <summary>As <see cref="Run"/>, but a map is given up after its last reader: for networks whose maps do not fit together.</summary>
    /// <param name="layers">What a layer gives at one pixel; null: <see cref="ReferenceOperator"/>'s.</param>
    /// <returns>The last node's output, batch x channels x height x width.</returns>
    /// <inheritdoc cref="Run"/>
    public static double[] Output(
        Graph graph, Func<int, (float[] Weights, float[] Bias)> parameters, ReadOnlySpan<float> inputNchw, int batch, LayerColumn? layers = null)
    {
        int[] lastReader = new int[graph.Nodes.Length];
        foreach (Node node in graph.Nodes)
        {
            foreach (int input in node.Inputs)
                lastReader[input] = node.Index;
        }

        double[]?[] maps = new double[graph.Nodes.Length][];
        maps[graph.Input.Index] = Widened(graph, inputNchw, batch);
        foreach (Node node in graph.Nodes.Skip(1))
        {
            maps[node.Index] = Map(graph, node, maps, parameters, batch, layers ?? ReferenceOperator.Column);
            foreach (int input in node.Inputs.Where(input => lastReader[input] == node.Index))
                maps[input] = null;
        }

        return maps[graph.Output.Index]!;
    }

    private static double[] Widened(Graph graph, ReadOnlySpan<float> inputNchw, int batch)
    {
        MapShape shape = graph.Input.Output;
        if (inputNchw.Length != batch * shape.Elements)
            throw new ArgumentException(FormattableString.Invariant(
                $"{batch} x {shape} has {batch * shape.Elements} elements, not {inputNchw.Length}."), nameof(inputNchw));
        double[] output = new double[inputNchw.Length];
        for (int i = 0; i < output.Length; i++)
            output[i] = inputNchw[i];
        return output;
    }

    private static double[] Map(
        Graph graph, Node node, double[]?[] maps, Func<int, (float[] Weights, float[] Bias)> parameters, int batch, LayerColumn layers)
    {
        (float[] weights, float[] bias) = node.Layer is WeightedLayer ? parameters(node.Index) : ([], []);
        double[] output = new double[batch * node.Output.Elements];
        int pixels = node.Output.Pixels;
        Parallel.For(0, batch * pixels, place =>
        {
            (int image, int pixel) = Math.DivRem(place, pixels);
            Patch[] operands = new Patch[node.Inputs.Length];
            for (int operand = 0; operand < operands.Length; operand++)
            {
                MapShape shape = graph.Nodes[node.Inputs[operand]].Output;
                int elements = (int)shape.Elements;
                ReadOnlySpan<double> map = maps[node.Inputs[operand]].AsSpan(image * elements, elements);
                operands[operand] = Patch.Of(shape, map, ReceptiveField.Of(node.Layer, operand, shape, node.Output, pixel));
            }

            double[] column = layers(node, operands, weights, bias);
            for (int channel = 0; channel < column.Length; channel++)
                output[image * node.Output.Elements + channel * pixels + pixel] = column[channel];
        });
        return output;
    }
}
