using System.Text;
using System.Text.Unicode;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>What a file is that was given for another, by how it begins: the tool that made it says more than that it is none.</summary>
internal static class ForeignFile
{
    /// <summary>Bytes that tell.</summary>
    public const int Beginning = 512;

    private const string Pickle = "a pickle of Python (.pkl, .pdparams)", Picture = ", not its numbers";

    /// <summary>The first that fits counts.</summary>
    private static readonly (byte[] Bytes, int At, string Is)[] Signatures =
    [
        (Text("version https://git-lfs.github.com/"), 0, "a pointer of Git LFS and not the file itself (git lfs pull brings it)"),
        (Text("version https://hawser.github.com/"), 0, "a pointer of Git LFS and not the file itself (git lfs pull brings it)"),
        (Text("/annex/objects/"), 0, "a pointer of git-annex and not the file itself (git annex get brings it)"),
        // The number that torch.save wrote first.
        ([0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19], 2, "a pickle of PyTorch, as torch.save wrote it before version 1.6 (.pth, .pt)"),
        ([0x80, 0x02], 0, Pickle),
        ([0x80, 0x03], 0, Pickle),
        ([0x80, 0x04], 0, Pickle),
        ([0x80, 0x05], 0, Pickle),
        ([0x7D, 0x71], 0, Pickle),
        (Text("(dp"), 0, Pickle),
        (Text("ccollections\n"), 0, Pickle),
        (Text("PK\x03\x04"), 0, "a zip archive, as torch.save (.pth, .pt) and numpy.savez (.npz) write it"),
        (Text("PK\x05\x06"), 0, "an empty zip archive"),
        ([0x93, .. Text("NUMPY")], 0, "a .npy file"),
        (Text("GGUF"), 0, "a GGUF file"),
        (Text("lmgg"), 0, "a GGML file"),
        (Text("tjgg"), 0, "a GGML file"),
        ([0x89, .. Text("HDF\r\n\x1a\n")], 0, "an HDF5 file, as Keras (.h5) and MATLAB (.mat) write it"),
        (Text("MATLAB 5.0"), 0, "a MATLAB file (.mat)"),
        (Text("TFL3"), 4, "a TensorFlow Lite file"),
        (Text("PAR1"), 0, "a Parquet file"),
        ([0x1F, 0x8B], 0, "compressed by gzip"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "compressed by zstd"),
        ([0x04, 0x22, 0x4D, 0x18], 0, "compressed by lz4"),
        (Text("BZh"), 0, "compressed by bzip2"),
        ([0xFD, .. Text("7zXZ")], 0, "compressed by xz"),
        ([.. Text("7z"), 0xBC, 0xAF, 0x27, 0x1C], 0, "a 7z archive"),
        (Text("Rar!\x1a\x07"), 0, "a RAR archive"),
        (Text("ustar"), 257, "a tar archive"),
        ([0x89, .. Text("PNG")], 0, "a PNG image" + Picture),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG image" + Picture),
        (Text("GIF8"), 0, "a GIF image" + Picture),
        (Text("II*\0"), 0, "a TIFF image" + Picture),
        (Text("MM\0*"), 0, "a TIFF image" + Picture),
        (Text("WEBP"), 8, "a WebP image" + Picture),
        (Text("ftypavi"), 4, "an AVIF image" + Picture),
        (Text("ftyphei"), 4, "a HEIC image" + Picture),
        (Text("P5\n"), 0, "a PGM image" + Picture),
        (Text("P6\n"), 0, "a PPM image" + Picture),
        (Text("BM"), 0, "a BMP image" + Picture),
        (Text("RIFF"), 0, "a RIFF file"),
        (Text("%PDF"), 0, "a PDF document"),
        ([0xFF, 0xFE], 0, "a text in UTF-16"),
        ([0xFE, 0xFF], 0, "a text in UTF-16"),
    ];

    private static readonly string[] Pages = ["<!doctype html", "<html", "<head", "<script", "<body"];

    /// <param name="start">Of the file, up to <see cref="Beginning"/> bytes.</param>
    /// <returns>In words, to follow <c>is</c>; null where nothing known begins so.</returns>
    public static string? Kind(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
            return "empty";
        if (IsSafetensors(start))
            return "a safetensors file";
        if (IsOnnx(start))
            return "an ONNX file";
        // Version 1 of the format and the first of its graphs; a header with the number of parts under an empty key.
        if (start is [0x08, 0x01, 0x12, ..])
            return "a SavedModel of TensorFlow (.pb)";
        if (start is [0x00, 0x00, _, 0x08, _, 0x10 or 0x12 or 0x1A, ..])
            return "the index of a TensorFlow checkpoint (.ckpt.index)";
        if (InZip(start) is { } zip)
            return zip;
        foreach ((byte[] bytes, int at, string kind) in Signatures)
            if (start.Length >= at + bytes.Length && start[at..].StartsWith(bytes))
                return kind;
        return InText(start);
    }

    /// <summary>Behind a length that the format's own library takes, in little endian, an object of JSON.</summary>
    public static bool IsSafetensors(ReadOnlySpan<byte> start) =>
        start.Length > sizeof(ulong) && start[sizeof(ulong)] == '{' && !start[sizeof(uint)..sizeof(ulong)].ContainsAnyExcept((byte)0);

    /// <summary>The version of the format, 3 or more since it is in use, then the name of what made it or another of its fields.</summary>
    private static bool IsOnnx(ReadOnlySpan<byte> start) =>
        start is [0x08, >= 3 and <= 0x20, 0x12, _, var letter, ..] ? char.IsAsciiLetter((char)letter) : start is [0x08, >= 3 and <= 0x20, 0x1A or 0x22 or 0x28 or 0x32 or 0x3A or 0x42, ..];

    /// <returns>By the name of the first file in the archive.</returns>
    private static string? InZip(ReadOnlySpan<byte> start)
    {
        const int NameLength = 26, Name = 30;
        if (start.Length <= Name || !start.StartsWith("PK\x03\x04"u8))
            return null;
        ReadOnlySpan<byte> rest = start[Name..];
        string name = Encoding.Latin1.GetString(rest[..Math.Min(rest.Length, start[NameLength] | start[NameLength + 1] << 8)]);
        if (name.EndsWith(".npy", StringComparison.Ordinal))
            return "a zip archive of arrays, as numpy.savez writes it (.npz; numpy.save writes one array)";
        return new[] { ".pkl", "/version", "/byteorder", "/.format_version" }.Any(end => name.EndsWith(end, StringComparison.Ordinal))
            ? "a zip archive of PyTorch, as torch.save writes it (.pth, .pt)"
            : null;
    }

    private static string? InText(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> whole = start;
        // The last character may have been cut.
        while (!Utf8.IsValid(whole) && start.Length == Beginning && start.Length - whole.Length < 3)
            whole = whole[..^1];
        string text = Encoding.UTF8.GetString(whole).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (Array.Exists(Pages, page => text.StartsWith(page, StringComparison.OrdinalIgnoreCase)))
            return "an HTML page, as a server sends in place of a file";
        if (text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<Error", StringComparison.Ordinal))
            return "an XML text, as a server sends in place of a file";
        if (!Utf8.IsValid(whole) || text.Length == 0 || text.Any(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n' or '\f')))
            return null;
        return text[0] is '{' or '[' ? "a JSON text" : $"a text that begins with {TensorFileException.Quote(text.Split('\n', '\r')[0])}";
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
