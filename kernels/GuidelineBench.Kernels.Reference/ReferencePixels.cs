using System.Collections.Immutable;
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
/// <param name="layers">What a layer gives at one pixel; null: <see cref="ReferenceOperator"/>'s.</param>
public sealed class ReferencePixels(
    Graph graph,
    IReadOnlyList<int> nodes,
    Func<int, (float[] Weights, float[] Bias)> parameters,
    IReadOnlyDictionary<int, ReadOnlyMemory<float>> maps,
    LayerColumn? layers = null)
{
    private readonly LayerColumn layers = layers ?? ReferenceOperator.Column;
    private readonly HashSet<int> computed = [.. nodes];
    private readonly Dictionary<(int Node, int Pixel), double[]> columns = [];
    private readonly Dictionary<int, ChannelSource[]> sources = [];

    /// <param name="pixel">y * width + x.</param>
    /// <returns>All channels of the last node at that pixel.</returns>
    /// <exception cref="InvalidOperationException">A map that is read is not there.</exception>
    public double[] At(int pixel)
    {
        columns.Clear();
        return Column(nodes[^1], pixel);
    }

    /// <summary>Several pixels; what they have in common is computed once.</summary>
    /// <exception cref="InvalidOperationException">A map that is read is not there.</exception>
    public ImmutableArray<double[]> At(IEnumerable<int> pixels)
    {
        columns.Clear();
        return [.. pixels.Select(pixel => Column(nodes[^1], pixel))];
    }

    private double[] Column(int index, int pixel)
    {
        if (columns.TryGetValue((index, pixel), out double[]? column))
            return column;
        Node node = graph.Nodes[index];
        Patch[] operands = new Patch[node.Inputs.Length];
        for (int operand = 0; operand < operands.Length; operand++)
            operands[operand] = PatchOf(node, operand, pixel);
        (float[] weights, float[] bias) = node.Layer is WeightedLayer ? parameters(index) : ([], []);
        column = layers(node, operands, weights, bias);
        columns.Add((index, pixel), column);
        return column;
    }

    private Patch PatchOf(Node node, int operand, int pixel)
    {
        int input = node.Inputs[operand];
        MapShape shape = graph.Nodes[input].Output;
        int[] pixels = ReceptiveField.Of(node.Layer, operand, shape, node.Output, pixel);
        double[] values = new double[shape.Channels * pixels.Length];
        int next = 0;
        foreach (ChannelSource source in SourcesOf(input))
        {
            ReadOnlySpan<float> plane = source.Plane.Span;
            foreach (int position in pixels)
                values[next++] = position < 0 ? 0 : plane.IsEmpty ? Column(source.Node, position)[source.Channel] : plane[position];
        }

        return new Patch(pixels, values);
    }

    /// <summary>
    /// By channel of a node. Resolved once: followed for every pixel, the chains of views of a network's late units cost
    /// more than its layers.
    /// </summary>
    private ChannelSource[] SourcesOf(int index)
    {
        if (!sources.TryGetValue(index, out ChannelSource[]? found))
            sources.Add(index, found = Resolved(graph.Nodes[index]));
        return found;
    }

    private ChannelSource[] Resolved(Node node)
    {
        if (computed.Contains(node.Index))
            return [.. Enumerable.Range(0, node.Output.Channels).Select(channel => new ChannelSource(node.Index, channel, default))];
        if (maps.TryGetValue(node.Index, out ReadOnlyMemory<float> map))
        {
            int pixels = node.Output.Pixels;
            return
            [
                .. Enumerable.Range(0, node.Output.Channels)
                    .Select(channel => new ChannelSource(node.Index, channel, map.Slice(channel * pixels, pixels))),
            ];
        }

        return node.Layer switch
        {
            Concatenation => [.. node.Inputs.SelectMany(SourcesOf)],
            ChannelSelection selection => [.. selection.Channels.Select(channel => SourcesOf(node.Inputs[0])[channel])],
            _ => throw new InvalidOperationException(FormattableString.Invariant(
                $"Node {node.Index} ({node.Layer.Signature}) is read by node {nodes[^1]} and is not in memory.")),
        };
    }

    /// <summary>Where a channel is: one of a node that is computed here, or height x width in memory.</summary>
    private readonly record struct ChannelSource(int Node, int Channel, ReadOnlyMemory<float> Plane);
}
