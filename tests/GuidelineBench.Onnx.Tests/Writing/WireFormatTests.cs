using Google.Protobuf;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>The bytes, by field numbers and wire types of the published schema (proto2): repeated numbers are not packed.</summary>
public class WireFormatTests
{
    private const int Varint = 0, Bytes = 2, Fixed32 = 5;

    private const int Graph = 7, Opset = 8, Node = 1, Initializer = 5, Input = 11, Output = 12;

    private static readonly byte[] File = Written();

    [Fact]
    public void The_model_begins_with_its_version()
    {
        // ir_version = 7, a varint in field 1.
        Assert.Equal([0x08, 0x07], File.Take(2));
        Assert.Equal([(1, Bytes), (2, Varint)], Fields(Assert.Single(Of(File, Opset))).Select(field => (field.Number, field.Type)));
    }

    [Fact]
    public void Dimensions_of_constants_are_single_numbers()
    {
        byte[] weights = Of(Assert.Single(Of(File, Graph)), Initializer)[0];

        (int Number, int Type, byte[] Content)[] fields = Fields(weights);
        Assert.Equal([4, 3, 3, 3], fields.Where(field => field.Number == 1).Select(field => field.Content[0]));
        Assert.All(fields.Where(field => field.Number == 1), field => Assert.Equal(Varint, field.Type));
        // data_type FLOAT, the name, and 4 x 3 x 3 x 3 numbers of 4 bytes as raw data.
        Assert.Equal((Varint, 1), fields.Where(field => field.Number == 2).Select(field => (field.Type, (int)field.Content[0])).Single());
        Assert.Equal("c.weight"u8.ToArray(), fields.Single(field => field.Number == 8).Content);
        Assert.Equal(4 * 4 * 3 * 3 * 3, fields.Single(field => field.Number == 9).Content.Length);
        Assert.Equal([1, 2, 8, 9], fields.Select(field => field.Number).Distinct());
    }

    [Fact]
    public void Numbers_of_attributes_are_single_numbers()
    {
        byte[] node = Of(Assert.Single(Of(File, Graph)), Node)[0];
        byte[] pads = Of(node, 5).Single(attribute => Fields(attribute).Any(field => field.Number == 1 && field.Content.AsSpan().SequenceEqual("pads"u8)));

        (int Number, int Type, byte[] Content)[] fields = Fields(pads);
        Assert.Equal([(1, Bytes), (8, Varint), (8, Varint), (8, Varint), (8, Varint), (20, Varint)], fields.Select(field => (field.Number, field.Type)));
        Assert.Equal([0, 1, 2, 3], fields.Where(field => field.Number == 8).Select(field => field.Content[0]));
        // INTS.
        Assert.Equal(7, fields[^1].Content[0]);
    }

    [Fact]
    public void Zeros_are_written()
    {
        byte[] norm = Of(Assert.Single(Of(File, Graph)), Node)[1];
        byte[] epsilon = Assert.Single(Of(norm, 5));

        // The default of an absent number is 1e-5: the attribute has its field 2 although it is 0.
        Assert.Equal((2, Fixed32, "00000000"), Fields(epsilon).Where(field => field.Number == 2).Select(field => (field.Number, field.Type, Convert.ToHexString(field.Content))).Single());
    }

    [Fact]
    public void Input_and_output_have_types_and_the_open_dimension_a_name()
    {
        byte[] graph = Assert.Single(Of(File, Graph));

        foreach (int end in (int[])[Input, Output])
        {
            byte[] tensor = Of(Of(Of(graph, end)[0], 2)[0], 1)[0];
            byte[][] dimensions = [.. Of(Of(tensor, 2)[0], 1)];
            Assert.Equal(4, dimensions.Length);
            Assert.Equal((2, "N"), Fields(dimensions[0]).Select(field => (field.Number, System.Text.Encoding.UTF8.GetString(field.Content))).Single());
            Assert.All(dimensions[1..], dimension => Assert.Equal((1, Varint), Fields(dimension).Select(field => (field.Number, field.Type)).Single()));
        }
    }

    private static byte[] Written()
    {
        var builder = new GraphBuilder(new MapShape(3, 5, 5));
        builder.BatchNormalization(builder.Convolution(builder.Input, 4, new Window(3, 1, new Padding(0, 1, 2, 3)), name: "c"));
        Graph graph = builder.Build("network");
        return OnnxModel.Bytes(graph, NetworkParameters.Random(graph, 1), new OnnxFormat());
    }

    private static List<byte[]> Of(byte[] message, int number) => [.. Fields(message).Where(field => field.Number == number && field.Type == Bytes).Select(field => field.Content)];

    /// <summary>Fields of a message in their order; a varint's content is its lowest byte.</summary>
    private static (int Number, int Type, byte[] Content)[] Fields(byte[] message)
    {
        var input = new CodedInputStream(message);
        var fields = new List<(int, int, byte[])>();
        while (input.ReadTag() is > 0 and var tag)
        {
            int type = (int)(tag & 7);
            fields.Add(((int)(tag >> 3), type, type switch
            {
                Varint => [(byte)input.ReadUInt64()],
                Bytes => input.ReadBytes().ToByteArray(),
                Fixed32 => BitConverter.GetBytes(input.ReadFixed32()),
                _ => throw new InvalidDataException($"wire type {type}"),
            }));
        }

        return [.. fields];
    }
}
