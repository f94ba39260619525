using System.Buffers.Binary;
using System.Text;
using CsCheck;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Tests.Weights.Files;

public sealed class NpyFileTests : IDisposable
{
    private const string Plain = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";

    private static readonly byte[] OneAndTwo = [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40];

    private readonly TensorFolder folder = new();

    public void Dispose() => folder.Dispose();

    // What numpy.save writes for arrays of these shapes.
    [Theory]
    [InlineData(new long[0], "{'descr': '<f4', 'fortran_order': False, 'shape': (), }")]
    [InlineData(new long[] { 3 }, "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }")]
    [InlineData(new long[] { 2, 3 }, "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }")]
    public void What_is_written_is_what_numpy_writes(long[] dimensions, string header)
    {
        TensorShape shape = TensorShape.Of(dimensions);

        NpyFile.Write(folder["a.npy"], new Tensor(shape, [.. Enumerable.Repeat(1f, (int)shape.Elements)]));

        byte[] content = File.ReadAllBytes(folder["a.npy"]);
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, 118, 0], content[..10]);
        Assert.Equal(header.PadRight(117) + "\n", Encoding.ASCII.GetString(content, 10, 118));
        Assert.Equal(Enumerable.Repeat(new byte[] { 0, 0, 0x80, 0x3F }, (int)shape.Elements).SelectMany(one => one), content[128..]);
    }

    [Fact]
    public void What_is_written_is_read_again() => Property.Holds(
        AnyTensor.Of(Gen.UInt.Select(BitConverter.UInt32BitsToSingle)),
        tensor =>
        {
            NpyFile.Write(folder["a.npy"], tensor);

            Tensor read = NpyFile.Read(folder["a.npy"]);
            Assert.Equal(tensor.Shape, read.Shape);
            Assert.Equal(tensor.Values.Select(BitConverter.SingleToInt32Bits), read.Values.Select(BitConverter.SingleToInt32Bits));
        });

    [Theory]
    [InlineData(1, Plain)]
    [InlineData(2, Plain)]
    [InlineData(3, Plain)]
    [InlineData(1, "{'shape':(1,2),'descr':'<f4','fortran_order':False}   \n")]
    [InlineData(1, "{ 'descr' : '<f4' , 'fortran_order' : False , 'shape' : ( 1 , 2 , ) , }")]
    // As numpy.load takes them: sizes of Python 2 on Windows, other quotes, prefixes and names of the type, the last of a key that is there twice.
    [InlineData(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (1L, 2L), }")]
    [InlineData(1, "{\"descr\": \"<f4\", \"fortran_order\": False, \"shape\": (1, 2)}")]
    [InlineData(1, "{u'descr': u'<f4', u'fortran_order': False, u'shape': (0x1, 2), }")]
    [InlineData(1, "{'descr': r'float32', \"\"\"fortran_order\"\"\": False, 'shape': (1, (2)), } # written by hand")]
    [InlineData(1, "({'des' 'cr': '=f4',\n 'fortran_order': False,\n 'shape': (1, 0b10,),\n})")]
    [InlineData(1, "{'descr': '>f4', 'descr': '\\x3cf4', 'fortran_order': False, 'shape': (1, +2), }")]
    [InlineData(2, "{'descr': '|f4', 'fortran_order': False, 'shape': (1 L, 0x2L), }")]
    [InlineData(3, "{'descr': 'f4', 'fortran_order': (False), 'shape': ((1), +(2)), }")]
    [InlineData(1, "\t{'descr':\r\n'single', 'fortran_order':\\\nFalse, 'shape': (1, # one\n 2), }  \n\n")]
    [InlineData(1, "{'descr': '=f', 'fortran_order': False, 'shape': (0b1, 0o2), }")]
    [InlineData(1, "{'descr': '\\74f4', 'fortran\\u005forder': False, 'sh\\\nape': (1, 2), }")]
    [InlineData(1, "{'descr': \"\"\"<f4\"\"\", 'fortran_order': False, 'shape': ((1, 2)), }")]
    [InlineData(1, "{'descr': '' U'<' R'f4', 'fortran_order': False, 'shape': (1, 2), }")]
    public void Versions_1_to_3_are_read_however_they_are_spelled(byte version, string header)
    {
        Tensor tensor = NpyFile.Read(Write(version, header, OneAndTwo));

        Assert.Equal(TensorShape.Of(1, 2), tensor.Shape);
        Assert.Equal([1f, 2f], tensor.Values);
    }

    [Theory]
    [InlineData("<f8", "holds elements of type '<f8'")]
    [InlineData("<f4 ", "holds elements of type '<f4 '")]
    [InlineData("<float32", "holds elements of type '<float32'")]
    [InlineData("|u1", "holds elements of type '|u1'")]
    [InlineData("<f2", "holds elements of type '<f2'")]
    public void Other_types_are_refused_by_name(string type, string what) =>
        Assert.Contains(what, Refusal(Write(1, Plain.Replace("<f4", type, StringComparison.Ordinal), OneAndTwo)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{'descr': [('x', '<f4'), ('y', '<f4')], 'fortran_order': False, 'shape': (1,), }", "holds elements of several fields")]
    [InlineData("{'descr': ('<f4', (2,)), 'fortran_order': False, 'shape': (1,), }", "holds elements that are arrays")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1, -2), }", "has the shape '(-1, -2)'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), }", "has the shape '(4294967296, 4294967296)'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", "has the shape '(99999999999999999999,)'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, x), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807,), }", "8 bytes of data for the shape [9223372036854775807]")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }", "8 bytes of data for the shape [1, 3]")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", "8 bytes of data for the shape [1]")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (2,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': 1}", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': [2], }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2.0,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (02,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2__0,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), ", "damaged .npy header")]
    [InlineData("{'descr': '<f4, 'fortran_order': False, 'shape': (2,), }", "damaged .npy header")]
    [InlineData("{b'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "damaged .npy header")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))", "damaged .npy header")]
    [InlineData("{'descr': b'<f4', 'fortran_order': False, 'shape': (2,), }", "damaged .npy header")]
    [InlineData("{'descr': f'<f4', 'fortran_order': False, 'shape': (2,), }", "damaged .npy header")]
    [InlineData("{'descr': ur'<f4', 'fortran_order': False, 'shape': (2,), }", "damaged .npy header")]
    [InlineData("{'descr': 4, 'fortran_order': False, 'shape': (2,), }", "(its descr is no type)")]
    [InlineData("{'descr': '<f4', 'fortran_order': None, 'shape': (2,), }", "(its fortran_order is neither True nor False)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (True, 2), }", "(its shape is no tuple of whole numbers)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': ((2,),), }", "(its shape is no tuple of whole numbers)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'size': (2,), }", "(its keys are 'descr', 'fortran_order', 'size' and not descr, fortran_order, shape)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2l,), }", "(unexpected '2' at character 51)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2LL,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2_L,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0x,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0b2,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1+1,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (--2,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2e0,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': false, 'shape': (2,), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,,2), }", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 1: 2}", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), };", "(unexpected ';' at character 57)")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\0", "damaged .npy header")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), },", "damaged .npy header")]
    [InlineData("[('descr', '<f4')]", "(it is no dictionary)")]
    [InlineData("__import__('os')", "damaged .npy header")]
    [InlineData("", "damaged .npy header")]
    public void Headers_that_cannot_be_used_are_refused(string header, string what) =>
        Assert.Contains(what, Refusal(Write(1, header, OneAndTwo)), StringComparison.Ordinal);

    /// <summary>numpy reads them in versions 1 and 2 alone: Python 2 wrote no version 3.</summary>
    [Fact]
    public void Long_numbers_of_Python_2_are_none_of_version_3() => Assert.Contains(
        "damaged .npy header", Refusal(Write(3, Plain.Replace("2)", "2L)", StringComparison.Ordinal), OneAndTwo)), StringComparison.Ordinal);

    [Theory]
    [InlineData(">f4")]
    [InlineData(">f")]
    public void Big_endian_numbers_are_read(string type)
    {
        string path = Write(1, Plain.Replace("<f4", type, StringComparison.Ordinal), [0x3F, 0x80, 0, 0, 0x40, 0, 0, 0]);

        Assert.Equal([1f, 2f], NpyFile.Read(path).Values);
    }

    // numpy.asfortranarray(numpy.arange(24).reshape(shape)), in the order of the file.
    [Theory]
    [InlineData("2, 3", new float[] { 0, 3, 1, 4, 2, 5 })]
    [InlineData("2, 3, 1, 2", new float[] { 0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11 })]
    [InlineData("4,", new float[] { 0, 1, 2, 3 })]
    [InlineData("", new float[] { 0 })]
    [InlineData("0, 2", new float[0])]
    public void Fortran_order_becomes_C_order(string shape, float[] inFile)
    {
        string path = Write(
            1, $"{{'descr': '<f4', 'fortran_order': True, 'shape': ({shape}), }}", [.. inFile.SelectMany(BitConverter.GetBytes)]);

        Assert.Equal(Enumerable.Range(0, inFile.Length).Select(value => (float)value), NpyFile.Read(path).Values);
    }

    [Fact]
    public void Truncated_and_foreign_files_are_refused()
    {
        byte[] whole = File.ReadAllBytes(Write(1, Plain, OneAndTwo));
        for (int length = 0; length < whole.Length; length++)
            Refusal(folder.Write("cut.npy", whole[..length]));
        Assert.StartsWith("is a zip archive, ", Refusal(folder.Write("a.npy", "PK\u0003\u0004 an archive"u8.ToArray())), StringComparison.Ordinal);
        Assert.StartsWith("is a .npy file of version 1.1: ", Refusal(Write(1, Plain, OneAndTwo, minor: 1)), StringComparison.Ordinal);
        Assert.StartsWith("is a .npy file of version 4.0: ", Refusal(Write(4, Plain, OneAndTwo)), StringComparison.Ordinal);
        Assert.StartsWith("no such file: ", Refusal(folder["missing.npy"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_any_length_is_not_believed()
    {
        string path = folder.Write("a.npy", [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 2, 0, 255, 255, 255, 255, (byte)'{']);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("claims a header of 4294967295 bytes", Refusal(path), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private string Write(byte version, string header, byte[] data, byte minor = 0)
    {
        byte[] text = Encoding.ASCII.GetBytes(header);
        byte[] length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)text.Length);
        return folder.Write(
            "a.npy", [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', version, minor], version == 1 ? length[..2] : length, text, data);
    }

    private static string Refusal(string path)
    {
        string message = Assert.Throws<TensorFileException>(() => NpyFile.Read(path)).Message;
        Assert.Contains($": {path}; allowed: ", message, StringComparison.Ordinal);
        return message;
    }
}
