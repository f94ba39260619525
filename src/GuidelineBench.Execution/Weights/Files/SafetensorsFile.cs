using System.Buffers.Binary;
using System.Collections.Frozen;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>
/// A safetensors file: 8 bytes with the header's length (little endian), the header as JSON, then the tensors' data.
/// Opening reads and checks the header; data is read tensor by tensor.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private const string Allowed = "a safetensors file, as safetensors.torch.save_file writes it";

    /// <summary>The limit of the format's own library. Networks of this size have headers of some hundred kilobytes.</summary>
    internal const long LongestHeader = 100_000_000;

    private const int LengthBytes = sizeof(ulong), BlockElements = 1 << 16;

    private readonly TensorStream stream;
    private readonly long dataStart;

    private SafetensorsFile(TensorStream stream, long dataStart, FrozenDictionary<string, SafetensorsEntry> entries)
    {
        this.stream = stream;
        this.dataStart = dataStart;
        Entries = entries;
    }

    public string Path => stream.Path;

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, SafetensorsEntry> Entries { get; }

    /// <exception cref="TensorFileException">The file is missing, cannot be read, or is no intact safetensors file.</exception>
    public static SafetensorsFile Open(string path)
    {
        TensorStream stream = TensorStream.Open(path, Allowed);
        try
        {
            byte[] beginning = stream.Beginning(ForeignFile.Beginning);
            if (!ForeignFile.IsSafetensors(beginning) && ForeignFile.Kind(beginning) is { } kind)
                throw new TensorFileException($"is {kind}", path, Allowed);
            if (stream.Length < LengthBytes)
                throw new TensorFileException(FormattableString.Invariant($"ends after {stream.Length} bytes"), path, Allowed);
            Span<byte> length = stackalloc byte[LengthBytes];
            stream.Read(length);
            ulong headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(length);
            long most = Math.Min(LongestHeader, stream.Length - LengthBytes);
            if (headerBytes > (ulong)most)
                throw new TensorFileException(
                    FormattableString.Invariant($"claims a header of {headerBytes} bytes in a file of {stream.Length}"),
                    path, FormattableString.Invariant($"an intact safetensors file, whose header here has {most} bytes at most"));
            byte[] header = new byte[headerBytes];
            stream.Read(header);
            long dataStart = LengthBytes + header.Length;
            return new SafetensorsFile(
                stream, dataStart,
                SafetensorsHeader.Parse(path, header, stream.Length - dataStart).ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>A tensor's numbers as float32: F32 as they are, F64, F16 and BF16 converted.</summary>
    /// <exception cref="TensorFileException">
    /// The type is another one, a number is not finite or not within float32's range, or the file cannot be read.
    /// </exception>
    public float[] Read(SafetensorsEntry entry)
    {
        string name = TensorFileException.Quote(entry.Name);
        if (ElementType.Find(entry.TypeName) is not { Read: { } read } type)
            throw new TensorFileException($"tensor {name} is of type {TensorFileException.Quote(entry.TypeName)}", Path, ElementType.Readable);
        if (entry.Shape.Elements > Array.MaxLength)
            throw new TensorFileException(
                FormattableString.Invariant($"tensor {name} has {entry.Shape.Elements} elements"), Path, FormattableString.Invariant($"up to {Array.MaxLength}"));
        float[] values = GC.AllocateUninitializedArray<float>((int)entry.Shape.Elements);
        stream.Position = dataStart + entry.Begin;
        if (type == ElementType.Float32)
            stream.Read(values.AsSpan());
        else
            Convert(type.Bytes, read, values);
        int bad = Array.FindIndex(values, value => !float.IsFinite(value));
        return bad < 0
            ? values
            : throw new TensorFileException(
                FormattableString.Invariant($"tensor {name} is {values[bad]} at element {bad}"), Path, "finite numbers within float32's range");
    }

    public void Dispose() => stream.Dispose();

    private void Convert(int elementBytes, Func<ReadOnlySpan<byte>, float> read, float[] values)
    {
        byte[] block = new byte[Math.Min(values.Length, BlockElements) * elementBytes];
        for (int first = 0; first < values.Length; first += BlockElements)
        {
            int count = Math.Min(values.Length - first, BlockElements);
            stream.Read(block.AsSpan(0, count * elementBytes));
            for (int i = 0; i < count; i++)
                values[first + i] = read(block.AsSpan(i * elementBytes, elementBytes));
        }
    }
}

/// <summary>A tensor as a safetensors header describes it.</summary>
/// <param name="TypeName">F32, F16, I64...</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">The byte behind the last.</param>
public sealed record SafetensorsEntry(string Name, string TypeName, TensorShape Shape, long Begin, long End);
