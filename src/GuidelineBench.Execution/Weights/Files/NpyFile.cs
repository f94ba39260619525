using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>NumPy's .npy files with float32: written little endian and in C order, read in either.</summary>
public static class NpyFile
{
    /// <exception cref="TensorFileException">
    /// The file is missing, cannot be read, is damaged, or holds something else than float32.
    /// </exception>
    public static Tensor Read(string path)
    {
        using TensorStream stream = TensorStream.Open(path, NpyHeader.Allowed);
        (TensorShape shape, bool isBigEndian, bool isFortranOrder) = NpyHeader.Read(stream);
        long bytes = stream.Length - stream.Position;
        if ((Int128)shape.Elements * sizeof(float) != bytes)
            throw new TensorFileException(
                FormattableString.Invariant($"has {bytes} bytes of data for the shape {shape}"),
                path, FormattableString.Invariant($"{(Int128)shape.Elements * sizeof(float)} bytes"));
        if (shape.Elements > Array.MaxLength)
            throw new TensorFileException(
                FormattableString.Invariant($"has {shape.Elements} elements"), path, FormattableString.Invariant($"up to {Array.MaxLength}"));
        float[] values = GC.AllocateUninitializedArray<float>((int)shape.Elements);
        stream.Read(values.AsSpan());
        if (isBigEndian)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, int>(values), MemoryMarshal.Cast<float, int>(values.AsSpan()));
        return new Tensor(shape, isFortranOrder ? FortranOrder.ToC(shape, values) : values);
    }

    /// <exception cref="IOException">The file cannot be written; what was there before is unchanged.</exception>
    public static void Write(string path, Tensor tensor) => OutputFile.Write(path, tensor, static (stream, tensor) =>
    {
        WriteHeader(stream, tensor.Shape);
        WriteValues(stream, tensor.Values);
    });

    /// <summary>The part before the data, for a tensor that is written in pieces with <see cref="WriteValues"/>.</summary>
    public static void WriteHeader(Stream stream, TensorShape shape) => stream.Write(NpyHeader.Write(shape));

    public static void WriteValues(Stream stream, ReadOnlySpan<float> values) => TensorStream.Write(stream, values);
}

/// <summary>How a .npy file has its numbers.</summary>
/// <param name="IsBigEndian">Whether a number's highest byte comes first.</param>
/// <param name="IsFortranOrder">Whether the first dimension varies fastest.</param>
internal sealed record NpyLayout(TensorShape Shape, bool IsBigEndian, bool IsFortranOrder);
