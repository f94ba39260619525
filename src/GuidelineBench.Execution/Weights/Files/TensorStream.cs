using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>A file of tensors that is being read; what the system refuses becomes a <see cref="TensorFileException"/>.</summary>
internal sealed class TensorStream : IDisposable
{
    private const int BlockFloats = 1 << 20;

    /// <summary>Of a pipe, which is kept in memory; four times the weights of the largest network, and less on a small board.</summary>
    private static readonly long MostPipedBytes = Math.Min(1L << 30, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    private readonly Stream stream;
    private readonly string allowed;

    private TensorStream(Stream stream, string path, string allowed)
    {
        this.stream = stream;
        this.allowed = allowed;
        Path = path;
        Length = stream.Length;
    }

    public string Path { get; }

    /// <summary>Bytes of the file when it was opened.</summary>
    public long Length { get; }

    /// <param name="allowed">What would be accepted in place of a file that cannot be read.</param>
    /// <exception cref="TensorFileException">The file is missing or cannot be read.</exception>
    public static TensorStream Open(string path, string allowed)
    {
        if (Directory.Exists(path))
            throw new TensorFileException("is a folder", path, allowed);
        if (!File.Exists(path))
            throw new TensorFileException("no such file", path, allowed);
        Stream? stream = null;
        try
        {
            stream = InputFile.OpenSeekable(path, MostPipedBytes)
                ?? throw new TensorFileException("is a pipe or device without end", path, FormattableString.Invariant($"{allowed}, or a pipe with up to {MostPipedBytes} bytes"));
            return new TensorStream(stream, path, allowed);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            stream?.Dispose();
            throw Unreadable(path, allowed, error);
        }
    }

    /// <returns>Up to so many bytes of the file, whose position is at its start then.</returns>
    /// <exception cref="TensorFileException">The file cannot be read.</exception>
    public byte[] Beginning(int most)
    {
        byte[] start = new byte[Math.Min(Length, most)];
        Position = 0;
        Read(start.AsSpan());
        Position = 0;
        return start;
    }

    public long Position
    {
        get => stream.Position;
        set => stream.Position = value;
    }

    /// <exception cref="TensorFileException">The file ends before, or cannot be read.</exception>
    public void Read(Span<byte> bytes)
    {
        try
        {
            stream.ReadExactly(bytes);
        }
        catch (IOException error)
        {
            throw Unreadable(Path, allowed, error);
        }
    }

    /// <summary>Little-endian float32.</summary>
    /// <exception cref="TensorFileException">The file ends before, or cannot be read.</exception>
    public void Read(Span<float> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(values.Length, BlockFloats)..])
        {
            Span<float> block = values[..Math.Min(values.Length, BlockFloats)];
            Read(MemoryMarshal.AsBytes(block));
            if (!BitConverter.IsLittleEndian)
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(block), MemoryMarshal.Cast<float, int>(block));
        }
    }

    /// <summary>Writes little-endian float32.</summary>
    public static void Write(Stream target, ReadOnlySpan<float> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(values.Length, BlockFloats)..])
        {
            ReadOnlySpan<float> block = values[..Math.Min(values.Length, BlockFloats)];
            if (BitConverter.IsLittleEndian)
            {
                target.Write(MemoryMarshal.AsBytes(block));
                continue;
            }

            int[] reversed = new int[block.Length];
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(block), reversed);
            target.Write(MemoryMarshal.AsBytes<int>(reversed));
        }
    }

    public void Dispose() => stream.Dispose();

    private static TensorFileException Unreadable(string path, string allowed, Exception error) =>
        new($"cannot be read ({error.Message})", path, allowed, error);
}
