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
        { "archive", Archive(), "is a zip archive" },
        { "compressed", Compressed(), "is compressed by gzip" },
        { "gguf", Text("GGUF\x03\0\0\0"), "is a GGUF file" },
        { "hdf5", [0x89, .. Text("HDF\r\n\x1a\n"), 0, 0], "is an HDF5 file" },
        { "onnx", [0x08, 0x07, 0x12, 0x07, .. Text("pytorch")], "is an ONNX file" },
        { "tar", [.. new byte[257], .. Text("ustar\0")], "is a tar archive" },
        { "png", [0x89, .. Text("PNG\r\n\x1a\n")], "is a PNG image" },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0], "is a JPEG image" },
        { "nothing", [], "is empty" },
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

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Archive()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            archive.CreateEntry("archive/data.pkl");
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
