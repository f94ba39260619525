using System.Runtime.InteropServices;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>What holds of every file.</summary>
internal static class WrittenRules
{
    public static void Hold(WrittenModel written)
    {
        GraphProto graph = written.Graph;
        Assert.NotEmpty(graph.Name);
        ValueInfoProto input = Assert.Single(graph.Input);
        ValueInfoProto output = Assert.Single(graph.Output);

        Assert.Distinct(graph.Node.Select(node => node.Name));
        Assert.DoesNotContain("", graph.Node.Select(node => node.Name));
        Assert.All(graph.Node, node => Assert.Equal("", node.Domain));
        Assert.All(graph.Node, node => Assert.Distinct(node.Attribute.Select(attribute => attribute.Name)));

        // A value has one source, which stands before its readers, and every constant a reader.
        string[] made = [.. graph.Node.SelectMany(node => node.Output)];
        Assert.Distinct([input.Name, .. graph.Initializer.Select(constant => constant.Name), .. made]);
        HashSet<string> known = [input.Name, .. graph.Initializer.Select(constant => constant.Name)];
        foreach (NodeProto node in graph.Node)
        {
            Assert.All(node.Input, value => Assert.Contains(value, known));
            known.UnionWith(node.Output);
        }

        HashSet<string> read = [.. graph.Node.SelectMany(node => node.Input)];
        Assert.All(graph.Initializer, constant => Assert.Contains(constant.Name, read));

        // The shape of every value stands in the file, once, and is what the operators make.
        Assert.Equal(made.Order(StringComparer.Ordinal), graph.ValueInfo.Append(output).Select(value => value.Name).Order(StringComparer.Ordinal));
        IReadOnlyDictionary<string, int[]> inferred = InferredShapes.Of(written);
        Assert.All(made.Append(input.Name), value => Assert.Equal(inferred[value], written.Shape(value)));
        MapShape last = written.Source.Output.Output;
        int[] shape = written.Shape(output.Name);
        Assert.Equal(shape.Length == 2 ? [last.Channels] : [last.Channels, last.Height, last.Width], shape[1..]);

        Assert.All(graph.Initializer, HoldsItsBytes);
        Assert.Equal(Parameters(written.Source), WrittenParameters(graph).Sum(constant => (long)constant.RawData.Length / sizeof(float)));
    }

    /// <summary>Weights, and biases where a layer has one: of a folded batch norm scale and shift only the shift is left.</summary>
    public static long Parameters(Graph graph) =>
        graph.WeightedLayers.Sum(node => node.Layer.WeightCount + (node.Layer.BiasSource == BiasSource.None ? 0 : node.Layer.OutputChannels));

    /// <summary>Constants by the layers' weights and biases, in their order, bit by bit.</summary>
    public static void HoldsParameters(WrittenModel written)
    {
        float[] expected =
        [
            .. written.Source.WeightedLayers.SelectMany(node =>
            {
                LayerParameters layer = written.Parameters[node.Node.Index];
                return node.Layer.BiasSource == BiasSource.None ? layer.Weights : [.. layer.Weights, .. layer.Bias];
            }),
        ];
        float[] found = [.. WrittenParameters(written.Graph).SelectMany(constant => WrittenModel.Floats(constant))];
        Assert.True(MemoryMarshal.AsBytes<float>(expected).SequenceEqual(MemoryMarshal.AsBytes<float>(found)), "Weights or biases are others, or in another order.");
    }

    private static IEnumerable<TensorProto> WrittenParameters(GraphProto graph) =>
        graph.Initializer.Where(constant => constant.Name.EndsWith(".weight", StringComparison.Ordinal) || constant.Name.EndsWith(".bias", StringComparison.Ordinal));

    private static void HoldsItsBytes(TensorProto constant)
    {
        int size = (TensorProto.Types.DataType)constant.DataType switch
        {
            TensorProto.Types.DataType.Float => sizeof(float),
            TensorProto.Types.DataType.Int64 => sizeof(long),
            _ => throw new NotSupportedException(constant.Name),
        };
        Assert.Equal(size * constant.Dims.Aggregate(1L, (product, side) => product * side), constant.RawData.Length);
    }
}
