using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Kernels.Reference;

/// <summary>
/// Single pixels of a few nodes that are run together, for one image, from maps that are already there: cheap enough to
/// verify a plan.
/// </summary>
/// <param name="nodes">Indices of the nodes, each after its inputs.</param>
/// <param name="parameters">Weights and bias of a layer with weights by node index, laid out as the layer says.</param>
/// <param name="maps">
/// By node index, channels x height x width: what the nodes read. A concatenation or a selection of channels need not
/// be there when its own inputs are.
/// </param>
public sealed class ReferencePixels(
    Graph graph,
    IReadOnlyList<int> nodes,
    Func<int, (float[] Weights, float[] Bias)> parameters,
    IReadOnlyDictionary<int, ReadOnlyMemory<float>> maps)
{
    private readonly HashSet<int> computed = [.. nodes];
    private readonly Dictionary<(int Node, int Pixel), double[]> columns = [];

    /// <param name="pixel">y * width + x.</param>
    /// <returns>All channels of the last node at that pixel.</returns>
    /// <exception cref="InvalidOperationException">A map that is read is not there.</exception>
    public double[] At(int pixel)
    {
        columns.Clear();
        return Column(nodes[^1], pixel);
    }

    private double[] Column(int index, int pixel)
    {
        if (columns.TryGetValue((index, pixel), out double[]? column))
            return column;
        Node node = graph.Nodes[index];
        if (!computed.Contains(index) && node.Layer is not (Concatenation or ChannelSelection))
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Node {index} ({node.Layer.Signature}) is read by node {nodes[^1]} and is not in memory."));
        Patch[] operands = new Patch[node.Inputs.Length];
        for (int operand = 0; operand < operands.Length; operand++)
            operands[operand] = PatchOf(node, operand, pixel);
        (float[] weights, float[] bias) = node.Layer is WeightedLayer ? parameters(index) : ([], []);
        column = ReferenceOperator.Column(node.Layer, operands, weights, bias);
        columns.Add((index, pixel), column);
        return column;
    }

    private Patch PatchOf(Node node, int operand, int pixel)
    {
        int input = node.Inputs[operand];
        MapShape shape = graph.Nodes[input].Output;
        int[] pixels = ReceptiveField.Of(node.Layer, operand, shape, node.Output, pixel);
        if (!computed.Contains(input) && maps.TryGetValue(input, out ReadOnlyMemory<float> map))
            return Patch.Of(shape, map.Span, pixels);

        double[] values = new double[shape.Channels * pixels.Length];
        for (int position = 0; position < pixels.Length; position++)
        {
            if (pixels[position] < 0)
                continue;
            double[] column = Column(input, pixels[position]);
            for (int channel = 0; channel < column.Length; channel++)
                values[channel * pixels.Length + position] = column[channel];
        }

        return new Patch(pixels, values);
    }
}
