using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>
/// The header of a .npy file: a magic number, a version, a length, and a Python dictionary with descr, fortran_order
/// and shape. Versions 1 to 3 differ in the length's width and in the text's encoding.
/// </summary>
internal static partial class NpyHeader
{
    public const string Allowed = "a .npy file with float32 in C order, as numpy.save writes it";

    private const string Float32 = "<f4";

    /// <summary>Headers of plain arrays have about a hundred bytes; this is the most that version 1 can have.</summary>
    private const int LongestHeader = ushort.MaxValue;

    /// <summary>Data begins at a multiple of this.</summary>
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads up to the first byte of data.</summary>
    /// <exception cref="TensorFileException">The file is no .npy file, or holds something else than float32 in C order.</exception>
    public static TensorShape Read(TensorStream stream)
    {
        Span<byte> start = stackalloc byte[8];
        RequireBytes(stream, start.Length);
        stream.Read(start);
        if (!start.StartsWith(Magic))
            throw new TensorFileException("is no .npy file", stream.Path, Allowed);
        int version = start[6];
        if (version is < 1 or > 3)
            throw new TensorFileException(
                FormattableString.Invariant($"is a .npy file of version {version}.{start[7]}"), stream.Path, "versions 1 to 3");
        Span<byte> lengthBytes = stackalloc byte[version == 1 ? sizeof(ushort) : sizeof(uint)];
        RequireBytes(stream, start.Length + lengthBytes.Length);
        stream.Read(lengthBytes);
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes) : BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
        if (length > LongestHeader)
            throw new TensorFileException(
                FormattableString.Invariant($"claims a header of {length} bytes"), stream.Path, FormattableString.Invariant($"up to {LongestHeader}"));
        RequireBytes(stream, start.Length + lengthBytes.Length + length);
        byte[] text = new byte[length];
        stream.Read(text);
        return Parse(stream.Path, (version < 3 ? Encoding.Latin1 : Encoding.UTF8).GetString(text));
    }

    /// <returns>A header of version 1 with everything before the data.</returns>
    public static byte[] Write(TensorShape shape)
    {
        // A tuple of one has a comma in Python.
        string dimensions = string.Join(", ", shape.Dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)))
            + (shape.Dimensions.Length == 1 ? "," : "");
        string text = $"{{'descr': '{Float32}', 'fortran_order': False, 'shape': ({dimensions}), }}";
        int before = Magic.Length + 2 + sizeof(ushort);
        int total = (before + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        byte[] header = new byte[total];
        Magic.CopyTo(header);
        header[Magic.Length] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(Magic.Length + 2), checked((ushort)(total - before)));
        header.AsSpan(before).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, header.AsSpan(before));
        header[^1] = (byte)'\n';
        return header;
    }

    private static TensorShape Parse(string path, string text)
    {
        if (StructuredType().IsMatch(text))
            throw new TensorFileException("holds elements of several fields", path, Allowed);
        Match match = Dictionary().Match(text);
        if (match.Groups["type"].Captures.Count != 1 || match.Groups["order"].Captures.Count != 1 || match.Groups["shape"].Captures.Count != 1)
            throw Damaged();
        string type = match.Groups["type"].Value;
        if (type != Float32)
            throw new TensorFileException(
                $"holds elements of type {TensorFileException.Quote(type)}", path, $"'{Float32}', float32 of little endian, as array.astype('{Float32}') makes it");
        if (match.Groups["order"].Value == "True")
            throw new TensorFileException("is in Fortran order", path, "C order, as numpy.ascontiguousarray makes it");

        string[] parts = [.. match.Groups["shape"].Value.Split(',').Select(part => part.Trim())];
        // A tuple of one has a comma behind it, an empty one has none.
        if (parts[^1].Length > 0 ? parts.Length == 1 : parts.Length == 2 && parts[0].Length == 0)
            throw Damaged();
        var dimensions = ImmutableArray.CreateBuilder<long>();
        foreach (string part in parts[^1].Length > 0 ? parts : parts[..^1])
            dimensions.Add(long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long dimension) ? dimension : -1);
        return TensorShape.TryCreate(dimensions.ToImmutable(), out TensorShape? shape)
            ? shape
            : throw new TensorFileException(
                $"has the shape {TensorFileException.Quote($"({match.Groups["shape"].Value})")}", path, TensorShape.Allowed);

        TensorFileException Damaged() =>
            new($"has a damaged .npy header {TensorFileException.Quote(text.TrimEnd())}", path, Allowed);
    }

    private static void RequireBytes(TensorStream stream, long bytes)
    {
        if (stream.Length < bytes)
            throw new TensorFileException(FormattableString.Invariant($"ends inside its header, after {stream.Length} bytes"), stream.Path, Allowed);
    }

    [GeneratedRegex(@"'descr'\s*:\s*\[")]
    private static partial Regex StructuredType();

    [GeneratedRegex(@"^\{\s*(?:(?>'descr'\s*:\s*'(?<type>[^']*)'|'fortran_order'\s*:\s*(?<order>True|False)|'shape'\s*:\s*\((?<shape>[^()]*)\))(?>\s*,?\s*))*\}\s*$")]
    private static partial Regex Dictionary();
}
