using System.Text;
using CsCheck;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Tests.Weights.Files;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly TensorFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The bytes of 1.5 and -2 in each type, from the definitions of IEEE 754 and bfloat16.
    [Theory]
    [InlineData("F32", new byte[] { 0x00, 0x00, 0xC0, 0x3F, 0x00, 0x00, 0x00, 0xC0 })]
    [InlineData("F64", new byte[] { 0, 0, 0, 0, 0, 0, 0xF8, 0x3F, 0, 0, 0, 0, 0, 0, 0x00, 0xC0 })]
    [InlineData("F16", new byte[] { 0x00, 0x3E, 0x00, 0xC0 })]
    [InlineData("BF16", new byte[] { 0xC0, 0x3F, 0x00, 0xC0 })]
    public void Every_floating_point_type_is_read(string type, byte[] data)
    {
        string path = folder.WriteSafetensors($$"""{"a":{"dtype":"{{type}}","shape":[2],"data_offsets":[0,{{data.Length}}] } }""", data);

        using SafetensorsFile file = SafetensorsFile.Open(path);

        Assert.Equal([1.5f, -2f], file.Read(file.Entries["a"]));
        Assert.Equal(TensorShape.Of(2), file.Entries["a"].Shape);
    }

    [Fact]
    public async Task A_pipe_is_read_as_the_file_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with names here.");
        byte[] content = File.ReadAllBytes(folder.WriteSafetensors("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]} }""", [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]));
        System.Diagnostics.Process.Start("mkfifo", [folder["pipe"]]).WaitForExit();
        Task writer = Task.Run(
            () =>
            {
                using var stream = new FileStream(folder["pipe"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                stream.Write(content);
            },
            TestContext.Current.CancellationToken);

        using SafetensorsFile file = SafetensorsFile.Open(folder["pipe"]);

        await writer;
        Assert.Equal([2f], file.Read(file.Entries["a"]));
        Assert.Equal([1f], file.Read(file.Entries["b"]));
    }

    [Fact]
    public void Metadata_padding_order_and_empty_tensors_are_no_fault()
    {
        string path = folder.WriteSafetensors(
            """
            {"__metadata__":{"format":"pt"},
             "second":{"shape":[1,1],"data_offsets":[4,8],"dtype":"F32"},
             "none":{"dtype":"F32","shape":[0,7],"data_offsets":[4,4]},
             "first":{"dtype":"F32","shape":[],"data_offsets":[0,4],"note":"unknown members are tolerated"}}    
            """,
            [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]);

        using SafetensorsFile file = SafetensorsFile.Open(path);

        Assert.Equal(["first", "none", "second"], file.Entries.Keys.Order());
        Assert.Equal([1f], file.Read(file.Entries["first"]));
        Assert.Equal([2f], file.Read(file.Entries["second"]));
        Assert.Empty(file.Read(file.Entries["none"]));
    }

    [Theory]
    [InlineData("1.0", "0.0", "8.000")]
    [InlineData("1e0", "0e5", "0.8e1")]
    public void Whole_numbers_may_be_written_with_a_point_or_an_exponent(string one, string begin, string end)
    {
        string path = folder.WriteSafetensors($$"""{"a":{"dtype":"F32","shape":[2,{{one}}],"data_offsets":[{{begin}},{{end}}]} }""", [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]);

        using SafetensorsFile file = SafetensorsFile.Open(path);

        Assert.Equal(TensorShape.Of(2, 1), file.Entries["a"].Shape);
        Assert.Equal([1f, 2f], file.Read(file.Entries["a"]));
    }

    [Fact]
    public void What_is_written_is_the_published_format()
    {
        string path = folder["weights.safetensors"];

        SafetensorsWriter.Write(path, [KeyValuePair.Create("a.b", new Tensor(TensorShape.Of(2, 1), [1f, 2f]))]);

        byte[] content = File.ReadAllBytes(path);
        const string header = """{"a.b":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}""";
        int padded = (header.Length + 7) / 8 * 8;
        Assert.Equal((ulong)padded, BitConverter.ToUInt64(content));
        Assert.Equal(header.PadRight(padded), Encoding.ASCII.GetString(content, 8, padded));
        Assert.Equal([0, 0, 0x80, 0x3F, 0, 0, 0, 0x40], content[(8 + padded)..]);
    }

    [Fact]
    public void What_is_written_is_read_again() => Property.Holds(
        Gen.Select(Names, AnyTensor.Of(Gen.Single.Where(float.IsFinite))).Array[0, 4],
        named =>
        {
            string path = folder["weights.safetensors"];
            KeyValuePair<string, Tensor>[] tensors = [.. named.DistinctBy(one => one.Item1).Select(one => KeyValuePair.Create(one.Item1, one.Item2))];

            SafetensorsWriter.Write(path, tensors);

            using SafetensorsFile file = SafetensorsFile.Open(path);
            Assert.Equal(tensors.Length, file.Entries.Count);
            foreach ((string name, Tensor tensor) in tensors)
            {
                Assert.Equal(tensor.Shape, file.Entries[name].Shape);
                Assert.Equal(tensor.Values, file.Read(file.Entries[name]));
            }
        });

    private static Gen<string> Names => Gen.OneOf("conv", ".", "1", "ä", "\"", "\\", "\n", " ", "\U0001F600").Array[1, 5].Select(string.Concat);

    [Fact]
    public void A_tensor_has_the_values_that_its_shape_says() =>
        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(
            folder["weights.safetensors"], [KeyValuePair.Create("a", new Tensor(TensorShape.Of(3), [1f, 2f]))]));

    [Theory]
    [InlineData("", "its header is no usable JSON")]
    [InlineData("{", "its header is no usable JSON")]
    [InlineData("[]", "its header is no JSON object")]
    [InlineData("{} {}", "its header is no usable JSON")]
    [InlineData("""{"a":{"dtype":[[[[[[[[]]]]]]]]}}""", "its header is no usable JSON")]
    [InlineData("""{"a\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "text that is not Unicode")]
    [InlineData("""{"a":{"dtype":"F32\ud800","shape":[1],"data_offsets":[0,4]}}""", "text that is not Unicode")]
    [InlineData("""{"a":3}""", "tensor 'a' is no JSON object")]
    [InlineData("""{"a":{"shape":[1],"data_offsets":[0,4]}}""", "tensor 'a' has no usable dtype")]
    [InlineData("""{"a":{"dtype":32,"shape":[1],"data_offsets":[0,4]}}""", "tensor 'a' has no usable dtype")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", "tensor 'a' has no usable shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "tensor 'a' has no usable data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}""", "tensor 'a' has no usable shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", "has a shape with '1.5'")]
    [InlineData("""{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", "has a shape with '\"1\"'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}""", "has a shape with '99999999999999999999'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""", "has the shape '[-1,-1]'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", "has the shape '[4294967296,4294967296]'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387905],"data_offsets":[0,4]}}""", "has 4 bytes; allowed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "of shape [2] and type F32 has 4 bytes")]
    [InlineData("""{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,4]}}""", "of shape [1] and type I64 has 4 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "has the data_offsets '[0]'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", "has the data_offsets '[0,4,8]'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", "has the data_offsets '[-4,0]'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "has the data_offsets '[4,0]'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "has the data_offsets '[0,8]'; allowed")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[9223372036854775803,9223372036854775807]}}""", "has the data_offsets '[9223372036854775803,9223372036854775807]'")]
    [InlineData("""{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"b":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}}""", "tensors 'a' and 'b' share bytes")]
    [InlineData("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}""", "tensors 'a' and 'b' share bytes")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[3,4]}}""", "2 bytes between 'a' and 'b' belong to no tensor")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", "3 bytes behind 'a' belong to no tensor")]
    [InlineData("{}", "4 bytes behind the header belong to no tensor")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "tensor 'a' is there twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "is there twice")]
    public void A_header_that_lies_is_refused(string header, string what)
    {
        string path = folder.WriteSafetensors(header, 0, 0, 0, 0);

        // A place in the message has a file name between what is wrong and what is allowed.
        Assert.Contains(what.Replace("; allowed", $": {path}; allowed", StringComparison.Ordinal), Refusal(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_is_not_UTF8_is_refused() =>
        Assert.Contains("its header is not UTF-8", Refusal(folder.WriteSafetensors([(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)'}'], [])), StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[0], "is empty")]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0 }, "ends after 7 bytes")]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' }, "claims a header of 3 bytes in a file of 10")]
    [InlineData(new byte[] { 0, 0xE4, 0x0B, 0x54, 0x02, 0, 0, 0, (byte)'{', (byte)'}' }, "claims a header of 10000000000 bytes in a file of 10")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, (byte)'{', (byte)'}' }, "claims a header of 18446744073709551615 bytes")]
    public void A_truncated_file_is_refused_without_allocating_what_it_claims(byte[] content, string what)
    {
        string path = folder.Write("weights.safetensors", content);
        long before = GC.GetAllocatedBytesForCurrentThread();

        string refusal = Refusal(path);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Contains(what, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F32", new byte[] { 0, 0, 0xC0, 0x7F }, "tensor 'a' is NaN at element 0")]
    [InlineData("F32", new byte[] { 0, 0, 0x80, 0xFF }, "tensor 'a' is -Infinity at element 0")]
    [InlineData("F16", new byte[] { 0x00, 0x7C }, "tensor 'a' is Infinity at element 0")]
    [InlineData("F64", new byte[] { 0, 0, 0, 0, 0, 0, 0xF0, 0x7E }, "tensor 'a' is Infinity at element 0")]
    [InlineData("I32", new byte[] { 0, 0, 0, 0 }, "tensor 'a' is of type 'I32'")]
    [InlineData("F8_E4M3", new byte[] { 0 }, "tensor 'a' is of type 'F8_E4M3'")]
    [InlineData("NEW\u001b[31m", new byte[] { 0 }, "tensor 'a' is of type 'NEW?[31m'")]
    public void Numbers_that_are_no_weights_are_refused_when_they_are_read(string type, byte[] data, string what)
    {
        string path = folder.WriteSafetensors(
            $$"""{"a":{"dtype":"{{type.Replace("\u001b", "\\u001b", StringComparison.Ordinal)}}","shape":[1],"data_offsets":[0,{{data.Length}}] } }""", data);

        using SafetensorsFile file = SafetensorsFile.Open(path);

        Assert.Contains(what, Assert.Throws<TensorFileException>(() => file.Read(file.Entries["a"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_refused()
    {
        Assert.StartsWith("no such file: ", Refusal(folder["missing"]), StringComparison.Ordinal);
        Assert.StartsWith("is a folder: ", Refusal(folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_long_is_shortened_in_a_message()
    {
        string ones = string.Join(',', Enumerable.Repeat('1', 5000));
        foreach (string header in new[]
        {
            $$"""{"{{new string('n', 5000)}}":3}""",
            $$"""{"a":{"dtype":"F32","shape":[{{ones}}],"data_offsets":[0,4]} }""",
            $$"""{"a":{"dtype":"F32","shape":[1],"data_offsets":[{{ones}}]} }""",
        })
            Assert.InRange(Refusal(folder.WriteSafetensors(header, 0, 0, 0, 0)).Length, 100, 500 + folder.Path.Length);
    }

    private static string Refusal(string path)
    {
        string message = Assert.Throws<TensorFileException>(() => SafetensorsFile.Open(path)).Message;
        Assert.Contains($": {path}; allowed: ", message, StringComparison.Ordinal);
        return message;
    }
}
