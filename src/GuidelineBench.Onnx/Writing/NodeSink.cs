using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Google.Protobuf;
using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Writing;

/// <summary>Takes nodes and constants in order of execution. Every node has one output, named after it, whose shape is written beside it.</summary>
internal sealed class NodeSink(string name, int? batch)
{
    private const string InputName = "input", OpenBatch = "N", OutputSuffix = "_out";

    private readonly GraphProto graph = new() { Name = name };
    private readonly HashSet<string> constants = [];

    public string AddInput(MapShape shape)
    {
        graph.Input.Add(Typed(InputName, shape.Channels, shape.Height, shape.Width));
        return InputName;
    }

    /// <summary>A node whose value is a map.</summary>
    /// <returns>The value's name.</returns>
    public string Add(string type, string name, ImmutableArray<string> inputs, MapShape output, params ReadOnlySpan<AttributeProto> attributes) =>
        Add(type, name, inputs, [output], attributes)[0];

    /// <summary>A node whose values are maps.</summary>
    /// <returns>The values' names.</returns>
    public ImmutableArray<string> Add(
        string type, string name, ImmutableArray<string> inputs, ImmutableArray<MapShape> outputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        ImmutableArray<string> values =
            outputs.Length == 1 ? [name + OutputSuffix] : [.. outputs.Select((_, index) => FormattableString.Invariant($"{name}{OutputSuffix}{index}"))];
        AddNode(type, name, inputs, values, attributes);
        for (int i = 0; i < values.Length; i++)
            graph.ValueInfo.Add(Typed(values[i], outputs[i].Channels, outputs[i].Height, outputs[i].Width));
        return values;
    }

    /// <summary>A node whose value has further dimensions than a map's, the batch apart.</summary>
    public string Add(string type, string name, ImmutableArray<string> inputs, ReadOnlySpan<int> dimensions, params ReadOnlySpan<AttributeProto> attributes)
    {
        AddNode(type, name, inputs, [name + OutputSuffix], attributes);
        graph.ValueInfo.Add(Typed(name + OutputSuffix, dimensions));
        return name + OutputSuffix;
    }

    /// <summary>A node whose value is one number a channel.</summary>
    public string AddFlat(string type, string name, ImmutableArray<string> inputs, int channels, params ReadOnlySpan<AttributeProto> attributes) =>
        Add(type, name, inputs, (ReadOnlySpan<int>)[channels], attributes);

    /// <summary>Constants are no inputs of the graph: an engine would have to take them for replaceable then, and would fold and pack nothing.</summary>
    public string AddFloats(string name, ReadOnlySpan<float> values, ReadOnlySpan<int> dimensions) =>
        AddConstant(name, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values), dimensions);

    public string AddIntegers(string name, ReadOnlySpan<long> values) =>
        AddConstant(name, TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values), [values.Length]);

    /// <summary>One number, shared by all that name it.</summary>
    public string AddScalar(string name, float value) => constants.Contains(name) ? name : AddFloats(name, [value], []);

    /// <summary>The graph with its output, which needs no shape beside it any more.</summary>
    public GraphProto Finished(string output, MapShape shape, bool isFlat)
    {
        if (graph.ValueInfo.FirstOrDefault(value => value.Name == output) is { } inner)
            graph.ValueInfo.Remove(inner);
        graph.Output.Add(isFlat ? Typed(output, shape.Channels) : Typed(output, shape.Channels, shape.Height, shape.Width));
        return graph;
    }

    private void AddNode(string type, string name, ImmutableArray<string> inputs, ImmutableArray<string> outputs, ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = type, Name = name };
        node.Input.AddRange(inputs);
        node.Output.AddRange(outputs);
        node.Attribute.AddRange(attributes.ToArray());
        graph.Node.Add(node);
    }

    private string AddConstant(string name, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> dimensions)
    {
        if (!constants.Add(name))
            throw new ArgumentException($"There is a constant {name} already.", nameof(name));
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
        foreach (int dimension in dimensions)
            tensor.Dims.Add(dimension);
        graph.Initializer.Add(tensor);
        return name;
    }

    private ValueInfoProto Typed(string name, params ReadOnlySpan<int> dimensions)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(batch is { } images
            ? new TensorShapeProto.Types.Dimension { DimValue = images }
            : new TensorShapeProto.Types.Dimension { DimParam = OpenBatch });
        foreach (int dimension in dimensions)
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = dimension });
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape } },
        };
    }
}
