using Google.Protobuf;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Schema;
using static GuidelineBench.Onnx.Tests.Reading.ModelBuilder;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>Damaged files, and files that ask for too much: each is refused in one line, and little is allocated for it.</summary>
public class HostileFileTests
{
    private const long MostAllocated = 64L << 20;

    /// <summary>What is done to a file of a few convolutions, and a part of what is said of it.</summary>
    private static readonly Dictionary<string, (Func<byte[]> File, string Said)> Files = new()
    {
        ["empty"] = (() => [], "format (IR)"),
        ["text"] = (() => "hello, this is no model"u8.ToArray(), "damaged"),
        ["cut in half"] = (() => Good().Bytes()[..200], "damaged"),
        ["cut at the last byte"] = (() => Good().Bytes()[..^1], "damaged"),
        ["length beyond the end"] = (() => [0x3A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07], "damaged"),
        ["varint without end"] = (() => [0x08, .. Enumerable.Repeat((byte)0xFF, 20)], "damaged"),
        ["group"] = (() => [0x0B, 0x0C], "damaged"),
        ["field 0"] = (() => [0x00, 0x01], "damaged"),
        ["deep nesting"] = (() => Deep(200), "deep"),
        ["too many nodes"] = (() => Repeated(100_001), "nodes"),
        ["no graph"] = (() => new ModelProto { IrVersion = 8 }.ToByteArray(), "no graph"),
        ["no operator set"] = (() => Changed(model => model.Model.OpsetImport.Clear()), "does not name"),
        ["opset 99"] = (() => Changed(model => model.Model.OpsetImport[0].Version = 99), "opset 99"),
        ["opset 1"] = (() => Changed(model => model.Model.OpsetImport[0].Version = 1), "opset 1;"),
        ["two operator sets"] = (() => Changed(model => model.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx", Version = 13 })), "does not name"),
        ["format of tomorrow"] = (() => Changed(model => model.Model.IrVersion = 99), "version 99"),
        ["two inputs"] = (() => Changed(model => model.AddInput("y", 1, 2)), "2 inputs: 'x', 'y'"),
        ["input of two dimensions"] = (() => Changed(model => model.Graph.Input[0].Type.TensorType.Shape.Dim.RemoveAt(3)), "no image"),
        ["input of text"] = (() => Changed(model => model.Graph.Input[0].Type.TensorType.ElemType = 8), "floating-point"),
        ["huge input"] = (() => Changed(model => model.Graph.Input[0].Type.TensorType.Shape.Dim[2].DimValue = 1L << 40), "sides of up to"),
        ["huge map"] = (() => Changed(model => Sides(model, 32_000)), "up to"),
        ["no output"] = (() => { ModelBuilder model = Good(); model.Bytes(); model.Graph.Output.Clear(); return model.Model.ToByteArray(); }, "no output"),
        ["output of nothing"] = (() => Good().Bytes("nowhere"), "nothing gives"),
        ["circle"] = (() => Changed(model => model.Graph.Node[0].Input[0] = model.Graph.Node[1].Output[0]), "goes in a circle"),
        ["input of nothing"] = (() => Changed(model => model.Graph.Node[0].Input[0] = "missing"), "which nothing gives"),
        ["value given twice"] = (() => Changed(model => model.Graph.Node[1].Output[0] = model.Graph.Node[0].Output[0]), "give"),
        ["value called like weights"] = (() => Changed(model => model.Graph.Node[1].Output[0] = model.Graph.Initializer[0].Name), "give"),
        ["two weights of one name"] = (() => Changed(model => model.Graph.Initializer[1].Name = model.Graph.Initializer[0].Name), "two tensors"),
        ["attribute twice"] = (() => Changed(model => model.Graph.Node[0].Attribute.Add(new[] { Int("group", 1), Int("group", 2) })), "attribute twice"),
        ["sparse weights"] = (() => Changed(model => model.Graph.SparseInitializer.Add(new SparseTensorProto())), "sparse"),
        ["name that is not UTF-8"] = (() => BadName(), "UTF-8"),
        ["endless name"] = (() => Changed(model => model.Graph.Node[0].Name = new string('a', 5000)), "5000 bytes"),
        ["weights of too few bytes"] = (() => Changed(model => model.Graph.Initializer[0].RawData = ByteString.CopyFrom(1, 2, 3, 4)), "4 bytes"),
        ["weights twice"] = (() => Changed(model => model.Graph.Initializer[0].FloatData.Add(1)), "twice"),
        ["weights of a wrong field"] = (() => Changed(model => { model.Graph.Initializer[1].ClearRawData(); model.Graph.Initializer[1].Int64Data.Add(new long[] { 1, 2, 3, 4 }); }), "numbers"),
        ["weights of huge sides"] = (() => Changed(model => { model.Graph.Initializer[0].Dims.Clear(); model.Graph.Initializer[0].Dims.Add(new[] { long.MaxValue, long.MaxValue }); }), "elements"),
        ["weights of a negative side"] = (() => Changed(model => model.Graph.Initializer[0].Dims[0] = -4), "negative"),
        ["weights of nine dimensions"] = (() => Changed(model => model.Graph.Initializer[0].Dims.Add(new long[] { 1, 1, 1, 1, 1 })), "dimensions"),
        ["weights of text"] = (() => Changed(model => model.Graph.Initializer[0].DataType = 8), "type 8"),
        ["weights that are NaN"] = (() => Changed(model => model.Graph.Initializer[0].RawData = ByteString.CopyFrom([.. Enumerable.Repeat(BitConverter.GetBytes(float.NaN), 16).SelectMany(part => part)])), "NaN"),
        ["weights for other channels"] = (() => Changed(model => model.Graph.Input[0].Type.TensorType.Shape.Dim[1].DimValue = 5), "not for 5 channels"),
        ["eight exabytes of zeros"] = (() => Zeros(1L << 31, 1L << 30), "elements"),
        ["gigabytes of zeros"] = (() => Zeros(1L << 20, 1L << 20), "elements"),
        ["kernel beyond the map"] = (() => Changed(model => { string weights = model.Node("ConstantOfShape", [model.Integers(1, 4, 99, 99)]); model.Node("Conv", [model.Graph.Node[1].Output[0], weights]); }), "does not fit"),
        ["endless padding"] = (() => Changed(model => model.Node("MaxPool", [model.Last], Ints("kernel_shape", 1, 1), Ints("pads", long.MaxValue, 0, 0, long.MaxValue))), "kernel, strides"),
        ["no groups"] = (() => Changed(model => model.Graph.Node[0].Attribute.Add(Int("group", 0))), "groups"),
        ["expanded for ever"] = (() => Changed(model => model.Node("Expand", [model.Last, model.Integers(1 << 20, 1, 1 << 20, 1 << 20)])), "elements"),
        ["range for ever"] = (() => Changed(model => model.Node("Reshape", [model.Last, model.Node("Range", [Whole(model, 0), Whole(model, long.MaxValue), Whole(model, 1)])])), "numbers"),
        ["control flow"] = (() => Changed(model => model.Node("If", [model.Last])), "while it runs"),
        ["another domain"] = (() => Changed(model => { model.Node("FusedConv", [model.Last]); model.Graph.Node[^1].Domain = "com.microsoft"; }), "wants the original"),
        ["data of a model that is no file"] = (() => Changed(model => External(model, "weights.bin")), "another file"),
        ["name that steers a terminal"] = (() => Changed(model => { model.Node("Tanh", [model.Last]); model.Graph.Node[^1].Name = "\u001b[2J\nred"; }), "Tanh"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_refused_in_one_line(string name)
    {
        byte[] bytes = Files[name].File();
        long before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<OnnxFileException>(() => OnnxReader.Read(bytes, "bad.onnx"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        Assert.StartsWith("bad.onnx: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("; allowed: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(Files[name].Said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public void The_file_that_all_are_made_of_is_read() => Assert.Equal("conv1x1 4->4 g=1; conv1x1 4->4 g=1", PlainModel.Layers(Good().Read()));

    [Fact]
    public void All_that_is_not_understood_is_said_with_what_is()
    {
        ModelBuilder model = Good();
        model.Node("Mish", [model.Last]);
        model.Node("Mish", [model.Conv(model.Last, 4, 2, 3)]);
        model.Node("LSTM", [model.Conv(model.Last, 2, 2)]);
        model.Node("Relu", [model.Last]);

        string[] lines = Assert.Throws<OnnxFileException>(() => model.Read()).Message.Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^made.onnx: node 'node_v\d+' \(Mish, opset 13\): no layer computes it \(and 1 more\)\.$", lines[0]);
        Assert.Contains("(LSTM, opset 13)", lines[1], StringComparison.Ordinal);
        Assert.Contains($"4 of 8 nodes are understood, with {2 * 4 * 4 * 36 + 9 * 4 * 2 * 16 + 2 * 2 * 16} multiply-adds", lines[1], StringComparison.Ordinal);
        Assert.Contains("not: Mish x2, LSTM x1, and 1 behind them", lines[1], StringComparison.Ordinal);
    }

    internal static ModelBuilder Good()
    {
        var model = new ModelBuilder();
        model.Conv(model.Conv("x", 4, 4), 4, 4);
        return model;
    }

    internal static void External(ModelBuilder model, string location, long? offset = null, long? length = null)
    {
        TensorProto tensor = model.Graph.Initializer[0];
        tensor.ClearRawData();
        tensor.DataLocation = TensorProto.Types.DataLocation.External;
        tensor.ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        if (offset is { } first)
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "offset", Value = $"{first}" });
        if (length is { } bytes)
            tensor.ExternalData.Add(new StringStringEntryProto { Key = "length", Value = $"{bytes}" });
    }

    private static byte[] Changed(Action<ModelBuilder> change)
    {
        ModelBuilder model = Good();
        change(model);
        return model.Bytes();
    }

    private static void Sides(ModelBuilder model, long side)
    {
        model.Graph.Input[0].Type.TensorType.Shape.Dim[2].DimValue = side;
        model.Graph.Input[0].Type.TensorType.Shape.Dim[3].DimValue = side;
    }

    private static string Whole(ModelBuilder model, long value) => model.Constant(7, BitConverter.GetBytes(value));

    private static byte[] Zeros(long rows, long columns)
    {
        ModelBuilder model = Good();
        model.Node("Conv", [model.Last, model.Node("ConstantOfShape", [model.Integers(rows, columns, 1, 1)])]);
        return model.Bytes();
    }

    private static byte[] BadName()
    {
        byte[] bytes = Changed(model => model.Graph.Node[0].Name = "unusual name");
        int at = bytes.AsSpan().IndexOf("unusual"u8);
        bytes[at] = 0xFF;
        return bytes;
    }

    private static byte[] Repeated(int nodes)
    {
        var graph = new GraphProto();
        for (int i = 0; i < nodes; i++)
            graph.Node.Add(new NodeProto());
        return new ModelProto { Graph = graph }.ToByteArray();
    }

    /// <summary>Graphs in attributes of nodes of graphs.</summary>
    private static byte[] Deep(int depth)
    {
        byte[] inner = [];
        for (int i = 0; i < depth; i++)
            inner = Field(1, Field(5, Field(6, inner)));
        return Field(7, inner);

        static byte[] Field(int number, byte[] content)
        {
            using var stream = new MemoryStream();
            using (var output = new CodedOutputStream(stream, leaveOpen: true))
            {
                output.WriteTag(number, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom(content));
            }

            return stream.ToArray();
        }
    }
}
