using System.Text;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>What a file is that was given for another, by how it begins: the tool that made it says more than that it is none.</summary>
internal static class ForeignFile
{
    /// <summary>Bytes that tell.</summary>
    public const int Beginning = 512;

    private static readonly (byte[] Start, int At, string Is)[] Signatures =
    [
        (Text("version https://git-lfs.github.com/"), 0, "a pointer of Git LFS and not the file itself (git lfs pull brings it)"),
        ([0x80, 0x02], 0, "a pickle, as torch.save wrote it before version 1.6 (.pth, .pt)"),
        ([0x80, 0x03], 0, "a pickle"),
        ([0x80, 0x04], 0, "a pickle"),
        ([0x80, 0x05], 0, "a pickle"),
        (Text("PK\x03\x04"), 0, "a zip archive, as torch.save (.pth, .pt) and numpy.savez (.npz) write it"),
        ([0x93, .. Text("NUMPY")], 0, "a .npy file"),
        (Text("GGUF"), 0, "a GGUF file"),
        ([0x89, .. Text("HDF\r\n\x1a\n")], 0, "an HDF5 file"),
        ([0x1F, 0x8B], 0, "compressed by gzip"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "compressed by zstd"),
        (Text("BZh"), 0, "compressed by bzip2"),
        ([0xFD, .. Text("7zXZ")], 0, "compressed by xz"),
        (Text("ustar"), 257, "a tar archive"),
        ([0x89, .. Text("PNG")], 0, "a PNG image"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG image"),
        (Text("GIF8"), 0, "a GIF image"),
        (Text("BM"), 0, "a BMP image"),
        (Text("RIFF"), 0, "a RIFF file, as WebP images are"),
    ];

    private static readonly string[] Pages = ["<!doctype html", "<html", "<head", "<script", "<body"];

    /// <param name="start">Of the file, up to <see cref="Beginning"/> bytes.</param>
    /// <returns>In words, to follow <c>is</c>; null where nothing known begins so.</returns>
    public static string? Kind(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
            return "empty";
        string text = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (Array.Exists(Pages, page => text.StartsWith(page, StringComparison.OrdinalIgnoreCase)))
            return "an HTML page, as a server sends in place of a file";
        if (text.StartsWith("<?xml", StringComparison.Ordinal) || text.StartsWith("<Error", StringComparison.Ordinal))
            return "an XML text, as a server sends in place of a file";
        if (text is ['{', ..] or ['[', ..])
            return "a JSON text";
        // The version of its format, then the name of what made it.
        if (start is [0x08, <= 0x20, 0x12, ..])
            return "an ONNX file";
        foreach ((byte[] bytes, int at, string kind) in Signatures)
            if (start.Length >= at + bytes.Length && start[at..].StartsWith(bytes))
                return kind;
        return null;
    }

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);
}
