using System.IO.Compression;
using System.Text;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Tests.Weights.Files;

/// <summary>Files that people give for weights or images, and that are something else.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly TensorFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "pointer", Text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"), "is a pointer of Git LFS" },
        { "page", Text("\n  <!DOCTYPE html><html><body>404</body></html>"), "is an HTML page" },
        { "marked page", [0xEF, 0xBB, 0xBF, .. Text("<html>")], "is an HTML page" },
        { "error", Text("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"), "is an XML text" },
        { "answer", Text("{\"error\": \"not found\"}"), "is a JSON text" },
        { "pickle", [0x80, 0x02, 0x8A, 0x0A, 0x6C, 0xFC], "is a pickle" },
        { "archive", Archive("archive/data.pkl"), "is a zip archive" },
        { "compressed", Compressed(), "is compressed by gzip" },
        { "gguf", Text("GGUF\x03\0\0\0"), "is a GGUF file" },
        { "hdf5", [0x89, .. Text("HDF\r\n\x1a\n"), 0, 0], "is an HDF5 file" },
        { "onnx", [0x08, 0x07, 0x12, 0x07, .. Text("pytorch")], "is an ONNX file" },
        { "tar", [.. new byte[257], .. Text("ustar\0")], "is a tar archive" },
        { "png", [0x89, .. Text("PNG\r\n\x1a\n")], "is a PNG image" },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0], "is a JPEG image" },
        { "nothing", [], "is empty" },
        { "annex", Text("/annex/objects/MD5E-s12--4d7a\n"), "is a pointer of git-annex" },
        { "old torch", [0x80, 0x02, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E], "is a pickle of PyTorch, " },
        { "torch", Archive("weights/data.pkl"), "is a zip archive of PyTorch, " },
        { "arrays", Archive("arr_0.npy"), "is a zip archive of arrays, as numpy.savez writes it" },
        { "other archive", Archive("config.json"), "is a zip archive, " },
        { "empty archive", Archive(), "is an empty zip archive" },
        { "graph", [0x08, 0x07, 0x3A, 0x10], "is an ONNX file" },
        { "operators", [0x08, 0x0A, 0x42, 0x04, 0x0A, 0x00, 0x10, 0x11], "is an ONNX file" },
        { "saved_model.pb", [0x08, 0x01, 0x12, 0x80, 0x01, 0x12, 0x05, .. Text("serve")], "is a SavedModel of TensorFlow (.pb)" },
        { "model.ckpt.index", [0x00, 0x00, 0x06, 0x08, 0x01, 0x1A, 0x02, 0x08, 0x01], "is the index of a TensorFlow checkpoint (.ckpt.index)" },
        { "tflite", [0x1C, 0, 0, 0, .. Text("TFL3")], "is a TensorFlow Lite file" },
        { "xz", [0xFD, .. Text("7zXZ\0")], "is compressed by xz" },
        { "zstd", [0x28, 0xB5, 0x2F, 0xFD, 0], "is compressed by zstd" },
        { "tiff", Text("II*\0\x08\0\0\0"), "is a TIFF image" },
        { "webp", [.. Text("RIFF"), 1, 0, 0, 0, .. Text("WEBPVP8 ")], "is a WebP image" },
        { "sound", [.. Text("RIFF"), 1, 0, 0, 0, .. Text("WAVE")], "is a RIFF file" },
        { "heic", [0, 0, 0, 0x18, .. Text("ftypheic")], "is a HEIC image" },
        { "sentence", Text("Entry not found\nTry again"), "is a text that begins with 'Entry not found': " },
        { "table", Text("0.1,0.2\n0.3,0.4\n"), "is a text that begins with '0.1,0.2': " },
        { "long sentence in Greek", Encoding.UTF8.GetBytes("x" + new string('\u03B1', 400)), "is a text that begins with 'x\u03B1" },
        { "utf16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Not found")], "is a text in UTF-16" },
        { "list", Text("[[[0.5]]]"), "is a JSON text" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_known_kind_is_named(string name, byte[] content, string what)
    {
        string path = folder.Write(name, content);

        Assert.StartsWith(what, Assert.Throws<TensorFileException>(() => SafetensorsFile.Open(path)).Message, StringComparison.Ordinal);
        Assert.StartsWith(what, Assert.Throws<TensorFileException>(() => NpyFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_is_no_file_of_weights()
    {
        NpyFile.Write(folder["a.npy"], new Tensor(TensorShape.Of(1), [1f]));

        Assert.StartsWith("is a .npy file: ", Assert.Throws<TensorFileException>(() => SafetensorsFile.Open(folder["a.npy"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_are_no_array() => Assert.StartsWith(
        "is a safetensors file: ",
        Assert.Throws<TensorFileException>(() => NpyFile.Read(folder.WriteSafetensors("{}"))).Message, StringComparison.Ordinal);

    /// <summary>Lengths of headers whose bytes are how other files begin: a pickle, a BMP image, gzip, ONNX.</summary>
    [Theory]
    [InlineData(0x0280)]
    [InlineData(0x4D42)]
    [InlineData(0x88B1F)]
    [InlineData(0x120308)]
    public void A_file_of_weights_is_taken_whatever_the_length_of_its_header_looks_like(int length)
    {
        using SafetensorsFile file = SafetensorsFile.Open(folder.WriteSafetensors("{}".PadRight(length)));

        Assert.Empty(file.Entries);
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Archive(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (string entry in entries)
                archive.CreateEntry(entry);
        return stream.ToArray();
    }

    private static byte[] Compressed()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(Text("weights"));
        return stream.ToArray();
    }
}
