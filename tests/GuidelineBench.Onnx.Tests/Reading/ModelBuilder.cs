using System.Runtime.InteropServices;
using Google.Protobuf;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Schema;
using GuidelineBench.Onnx.Writing;
using Type = GuidelineBench.Onnx.Schema.TensorProto.Types.DataType;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>A file node by node, as exporters other than this tool write them.</summary>
internal sealed class ModelBuilder
{
    private int count;

    public ModelBuilder(int opset = 13, params long[] input)
    {
        Model = new ModelProto { IrVersion = 8, OpsetImport = { new OperatorSetIdProto { Domain = "", Version = opset } }, Graph = new GraphProto { Name = "made" } };
        AddInput("x", input.Length == 0 ? [1, 4, 6, 6] : input);
    }

    public ModelProto Model { get; }

    public GraphProto Graph => Model.Graph;

    /// <summary>What was added last.</summary>
    public string Last { get; private set; } = "x";

    public void AddInput(string name, params long[] sides) => Graph.Input.Add(new ValueInfoProto
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = (int)Type.Float,
                Shape = new TensorShapeProto { Dim = { sides.Select(side => side < 0 ? new TensorShapeProto.Types.Dimension { DimParam = $"d{-side}" } : new() { DimValue = side }) } },
            },
        },
    });

    public string Floats(float[] values, params long[] shape) => Constant((int)Type.Float, MemoryMarshal.AsBytes<float>(values).ToArray(), shape);

    public string Integers(params long[] values) => Constant((int)Type.Int64, MemoryMarshal.AsBytes<long>(values).ToArray(), values.Length);

    public string Scalar(float value) => Floats([value]);

    public string Constant(int type, byte[] bytes, params long[] shape)
    {
        string name = $"c{count++}";
        Graph.Initializer.Add(new TensorProto { Name = name, DataType = type, RawData = ByteString.CopyFrom(bytes), Dims = { shape } });
        return name;
    }

    /// <summary>Seeded numbers between -1 and 1.</summary>
    public string Random(params long[] shape) => Floats(Values(shape), shape);

    public static float[] Values(params long[] shape)
    {
        var random = new Random(shape.Length + (int)shape.Sum());
        return [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (all, side) => all * side)).Select(_ => 2 * random.NextSingle() - 1)];
    }

    /// <param name="inputs">Names; one that is "" is absent.</param>
    /// <returns>Name of its value.</returns>
    public string Node(string type, string[] inputs, params AttributeProto[] attributes) => Nodes(type, inputs, 1, attributes)[0];

    public string[] Nodes(string type, string[] inputs, int outputs, params AttributeProto[] attributes)
    {
        string name = $"v{count++}";
        string[] values = [.. Enumerable.Range(0, outputs).Select(output => output == 0 ? name : $"{name}_{output}")];
        Graph.Node.Add(new NodeProto { OpType = type, Name = $"node_{name}", Input = { inputs }, Output = { values }, Attribute = { attributes } });
        Last = name;
        return values;
    }

    public string Conv(string input, int from, int to, int kernel = 1, params AttributeProto[] attributes) =>
        Node("Conv", [input, Random(to, from, kernel, kernel), Random(to)], attributes);

    public byte[] Bytes(string? output = null)
    {
        if (Graph.Output.Count == 0)
            Graph.Output.Add(new ValueInfoProto { Name = output ?? Last });
        return Model.ToByteArray();
    }

    public OnnxNetwork Read(string? output = null, OnnxChoices? choices = null) => OnnxReader.Read(Bytes(output), "made.onnx", choices);

    public static AttributeProto Int(string name, long value) => Attributes.Int(name, value);

    public static AttributeProto Ints(string name, params long[] values) => Attributes.Ints(name, values);

    public static AttributeProto Float(string name, float value) => Attributes.Float(name, value);

    public static AttributeProto Text(string name, string value) => new() { Name = name, S = ByteString.CopyFromUtf8(value), Type = AttributeProto.Types.AttributeType.String };

    public static AttributeProto Tensor(string name, TensorProto value) => new() { Name = name, T = value, Type = AttributeProto.Types.AttributeType.Tensor };
}
