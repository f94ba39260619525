using System.Buffers.Binary;
using System.Collections.Immutable;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>A type of elements that safetensors files name.</summary>
/// <param name="Name">As in the file's header.</param>
/// <param name="Bytes">Of one element.</param>
/// <param name="Read">The element at the start of a span; null for types that are no weights.</param>
internal sealed record ElementType(string Name, int Bytes, Func<ReadOnlySpan<byte>, float>? Read = null)
{
    /// <summary>The only type that files are written with; read without conversion.</summary>
    public static ElementType Float32 { get; } = new("F32", sizeof(float), BinaryPrimitives.ReadSingleLittleEndian);

    private static readonly ImmutableArray<ElementType> All =
    [
        Float32,
        new("F64", sizeof(double), bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes)),
        new("F16", 2, bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        // A bfloat16 is the upper half of a float32.
        new("BF16", 2, bytes => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16)),
        new("BOOL", 1), new("U8", 1), new("I8", 1), new("F8_E4M3", 1), new("F8_E5M2", 1), new("F8_E8M0", 1),
        new("I16", 2), new("U16", 2), new("I32", 4), new("U32", 4), new("I64", 8), new("U64", 8), new("C64", 8),
    ];

    /// <summary>Types that weights can be read from.</summary>
    public static string Readable { get; } = string.Join(", ", All.Where(type => type.Read is not null).Select(type => type.Name));

    /// <returns>Null for a type that is not known; its size is not known then either.</returns>
    public static ElementType? Find(string name) => All.FirstOrDefault(type => type.Name == name);
}
