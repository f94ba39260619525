using System.Runtime.InteropServices;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Schema;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>A network as it was written and read back by the generated classes.</summary>
internal sealed record WrittenModel(Graph Source, NetworkParameters Parameters, ModelProto Model)
{
    /// <summary>Stands for the open number of images in shapes.</summary>
    public const int Open = -1;

    public GraphProto Graph => Model.Graph;

    /// <summary>Types of the nodes in their order.</summary>
    public string Types => string.Join(' ', Graph.Node.Select(node => node.OpType));

    public static WrittenModel Of(Graph graph, OnnxFormat? format = null)
    {
        var parameters = NetworkParameters.Random(graph, 7);
        return new WrittenModel(graph, parameters, ModelProto.Parser.ParseFrom(OnnxModel.Bytes(graph, parameters, format ?? new OnnxFormat())));
    }

    /// <summary>A graph of one layer, or of what is built, behind an input.</summary>
    public static WrittenModel Of(MapShape input, Action<GraphBuilder> build)
    {
        var graph = new GraphBuilder(input);
        build(graph);
        return Of(graph.Build("network"));
    }

    /// <summary>The only node of a type.</summary>
    public NodeProto Node(string type) => Graph.Node.Single(node => node.OpType == type);

    public TensorProto Constant(string name) => Graph.Initializer.Single(tensor => tensor.Name == name);

    public long[] Integers(string name)
    {
        TensorProto tensor = Constant(name);
        Assert.Equal((int)TensorProto.Types.DataType.Int64, tensor.DataType);
        Assert.Equal([tensor.RawData.Length / sizeof(long)], tensor.Dims);
        return MemoryMarshal.Cast<byte, long>(tensor.RawData.Span).ToArray();
    }

    public float[] Floats(string name) => Floats(Constant(name));

    public static float[] Floats(TensorProto tensor)
    {
        Assert.Equal((int)TensorProto.Types.DataType.Float, tensor.DataType);
        return MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray();
    }

    /// <summary>The shape that the file says of a value; <see cref="Open"/> for the number of images where it is.</summary>
    public int[] Shape(string value)
    {
        ValueInfoProto info = Graph.ValueInfo.Concat(Graph.Input).Concat(Graph.Output).Single(info => info.Name == value);
        Assert.Equal((int)TensorProto.Types.DataType.Float, info.Type.TensorType.ElemType);
        return [.. info.Type.TensorType.Shape.Dim.Select(Dimension)];
    }

    private static int Dimension(TensorShapeProto.Types.Dimension dimension)
    {
        if (dimension.ValueCase == TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue)
            return (int)dimension.DimValue;
        Assert.Equal("N", dimension.DimParam);
        return Open;
    }
}

/// <summary>Attributes of a written node; each has to say its type.</summary>
internal static class NodeAttributes
{
    public static long Int(this NodeProto node, string name) => Of(node, name, AttributeProto.Types.AttributeType.Int).I;

    public static float Float(this NodeProto node, string name) => Of(node, name, AttributeProto.Types.AttributeType.Float).F;

    public static long[] Ints(this NodeProto node, string name) => [.. Of(node, name, AttributeProto.Types.AttributeType.Ints).Ints];

    /// <summary>Names of all, in order.</summary>
    public static string Names(this NodeProto node) => string.Join(' ', node.Attribute.Select(attribute => attribute.Name).Order(StringComparer.Ordinal));

    private static AttributeProto Of(NodeProto node, string name, AttributeProto.Types.AttributeType type)
    {
        AttributeProto attribute = node.Attribute.Single(attribute => attribute.Name == name);
        Assert.Equal(type, attribute.Type);
        return attribute;
    }
}
