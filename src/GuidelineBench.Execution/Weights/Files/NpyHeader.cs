using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using GuidelineBench.Execution.Weights.Files.Python;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>
/// The header of a .npy file: a magic number, a version, a length, and a Python dictionary with descr, fortran_order
/// and shape. Versions 1 to 3 differ in the length's width and in the text's encoding.
/// </summary>
internal static class NpyHeader
{
    public const string Allowed = "a .npy file with float32, as numpy.save writes it";

    private const string Float32 = "<f4";

    /// <summary>What numpy takes for float32; <c>=</c> and <c>|</c> are the machine's own order, which is little endian wherever this runs.</summary>
    private static readonly string[] LittleEndianNames = [Float32, "<f", "f4", "f", "=f4", "=f", "|f4", "|f", "float32", "single"], BigEndianNames = [">f4", ">f"];

    private static readonly string[] Keys = ["descr", "fortran_order", "shape"];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Headers of plain arrays have about a hundred bytes; this is the most that version 1 can have.</summary>
    private const int LongestHeader = ushort.MaxValue;

    /// <summary>Data begins at a multiple of this.</summary>
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads up to the first byte of data.</summary>
    /// <exception cref="TensorFileException">The file is no .npy file, or holds something else than float32.</exception>
    public static NpyLayout Read(TensorStream stream)
    {
        Span<byte> start = stackalloc byte[8];
        stream.Read(start[..(int)Math.Min(start.Length, stream.Length)]);
        if (!start.StartsWith(Magic))
            throw new TensorFileException(ForeignFile.Kind(stream.Beginning(ForeignFile.Beginning)) is { } kind ? $"is {kind}" : "is no .npy file", stream.Path, Allowed);
        RequireBytes(stream, start.Length);
        int version = start[6];
        if (version is < 1 or > 3 || start[7] != 0)
            throw new TensorFileException(
                FormattableString.Invariant($"is a .npy file of version {version}.{start[7]}"), stream.Path, "versions 1.0, 2.0 and 3.0");
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
        return version == 3
            ? Parse(stream.Path, text, StrictUtf8, hasLongSuffixes: false)
            : Parse(stream.Path, text, Encoding.Latin1, hasLongSuffixes: true);
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

    /// <param name="hasLongSuffixes">Python 2 wrote sizes as <c>224L</c> on Windows; numpy reads them in versions 1 and 2.</param>
    private static NpyLayout Parse(string path, byte[] bytes, Encoding encoding, bool hasLongSuffixes)
    {
        Dictionary<string, object?> fields;
        try
        {
            string text = encoding.GetString(bytes);
            fields = PythonLiteral.Parse(text, hasLongSuffixes) as Dictionary<string, object?> ?? throw new FormatException("it is no dictionary");
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            throw Damaged(error is FormatException ? error.Message : "it is not UTF-8");
        }

        if (!Keys.Order(StringComparer.Ordinal).SequenceEqual(fields.Keys.Order(StringComparer.Ordinal)))
            throw Damaged($"its keys are {string.Join(", ", fields.Keys.Select(TensorFileException.Quote))} and not {string.Join(", ", Keys)}");
        if (fields["shape"] is not ImmutableArray<object?> sizes || !sizes.All(size => size is BigInteger))
            throw Damaged("its shape is no tuple of whole numbers");
        if (fields["fortran_order"] is not bool isFortranOrder)
            throw Damaged("its fortran_order is neither True nor False");
        return new NpyLayout(Shape(path, sizes), IsBigEndian(), isFortranOrder);

        bool IsBigEndian() => fields["descr"] switch
        {
            string name when LittleEndianNames.Contains(name) => false,
            string name when BigEndianNames.Contains(name) => true,
            string name => throw new TensorFileException(
                $"holds elements of type {TensorFileException.Quote(name)}", path, $"'{Float32}', float32, as array.astype('{Float32}') makes it"),
            List<object?> => throw new TensorFileException("holds elements of several fields", path, Allowed),
            ImmutableArray<object?> => throw new TensorFileException("holds elements that are arrays", path, Allowed),
            _ => throw Damaged("its descr is no type"),
        };

        TensorFileException Damaged(string why) =>
            new($"has a damaged .npy header {TensorFileException.Quote(Encoding.Latin1.GetString(bytes).TrimEnd())} ({why})", path, Allowed);
    }

    private static TensorShape Shape(string path, ImmutableArray<object?> sizes)
    {
        // What is not that large a number is no size of a map either.
        ImmutableArray<long> dimensions = [.. sizes.Select(size => size is BigInteger number && number >= 0 && number <= long.MaxValue ? (long)number : -1)];
        return TensorShape.TryCreate(dimensions, out TensorShape? shape)
            ? shape
            : throw new TensorFileException(
                $"has the shape {TensorFileException.Quote($"({string.Join(", ", sizes)}{(sizes.Length == 1 ? "," : "")})")}", path, TensorShape.Allowed);
    }

    private static void RequireBytes(TensorStream stream, long bytes)
    {
        if (stream.Length < bytes)
            throw new TensorFileException(FormattableString.Invariant($"ends inside its header, after {stream.Length} bytes"), stream.Path, Allowed);
    }
}
