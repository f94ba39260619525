using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>
/// The header of a .npy file: a magic number, a version, a length, and a Python dictionary with descr, fortran_order
/// and shape. Versions 1 to 3 differ in the length's width and in the text's encoding.
/// </summary>
internal static class NpyHeader
{
    public const string Allowed = "a .npy file with float32 in C order, as numpy.save writes it";

    private const string Float32 = "<f4";

    /// <summary>What numpy takes for the same on a machine of little endian, which all are that this runs on.</summary>
    private static readonly string[] NamesOfFloat32 = [Float32, "f4", "=f4", "|f4", "float32", "f", "<f", "=f", "single"];

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
        stream.Read(start[..(int)Math.Min(start.Length, stream.Length)]);
        if (!start.StartsWith(Magic))
            throw new TensorFileException(stream.ForeignKind() is { } kind ? $"is {kind}" : "is no .npy file", stream.Path, Allowed);
        RequireBytes(stream, start.Length);
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
        if (Fields(text) is not { } fields)
            throw new TensorFileException($"has a damaged .npy header {TensorFileException.Quote(text.TrimEnd())}", path, Allowed);
        (object? type, bool isFortran, ImmutableArray<object?> shape) = fields;
        if (type is not string name)
            throw new TensorFileException("holds elements of several fields", path, Allowed);
        if (!NamesOfFloat32.Contains(name))
            throw new TensorFileException(
                $"holds elements of type {TensorFileException.Quote(name)}", path, $"'{Float32}', float32 of little endian, as array.astype('{Float32}') makes it");
        if (isFortran)
            throw new TensorFileException("is in Fortran order", path, "C order, as numpy.ascontiguousarray makes it");
        // What is not that large a number is no size of a map either.
        ImmutableArray<long> dimensions = [.. shape.Select(size => size is BigInteger number && number >= 0 && number <= long.MaxValue ? (long)number : -1)];
        return TensorShape.TryCreate(dimensions, out TensorShape? found)
            ? found
            : throw new TensorFileException(
                $"has the shape {TensorFileException.Quote($"({string.Join(", ", shape)}{(shape.Length == 1 ? "," : "")})")}", path, TensorShape.Allowed);
    }

    /// <returns>What the header says, as numpy takes it: these three and no other; null for anything else.</returns>
    private static (object? Type, bool IsFortran, ImmutableArray<object?> Shape)? Fields(string text)
    {
        try
        {
            return PythonLiteral.Parse(text) is Dictionary<string, object?> { Count: 3 } fields
                && fields.TryGetValue("descr", out object? type) && type is string or List<object?>
                && fields.GetValueOrDefault("fortran_order") is bool isFortran
                && fields.GetValueOrDefault("shape") is ImmutableArray<object?> shape && shape.All(size => size is BigInteger)
                    ? (type, isFortran, shape)
                    : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static void RequireBytes(TensorStream stream, long bytes)
    {
        if (stream.Length < bytes)
            throw new TensorFileException(FormattableString.Invariant($"ends inside its header, after {stream.Length} bytes"), stream.Path, Allowed);
    }
}
