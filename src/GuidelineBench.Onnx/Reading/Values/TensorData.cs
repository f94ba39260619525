using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GuidelineBench.Core.Files;
using GuidelineBench.Onnx.Reading.Files;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>Numbers of the tensors in a file: float16 and bfloat16 as float32 exactly, float64 rounded, whole numbers as they are.</summary>
/// <param name="external">Where data outside of the file lies; null where none may be read.</param>
internal sealed class TensorData(OnnxLimits limits, ExternalData? external)
{
    /// <summary>Types that were converted, for a notice.</summary>
    public SortedSet<string> Converted { get; } = new(StringComparer.Ordinal);

    /// <exception cref="RefusalException">It contradicts itself, or is of a type that has no numbers.</exception>
    public Constant Read(TensorProto tensor)
    {
        string name = LineText.Quoted(tensor.Name);
        int elementBytes = Bytes(tensor.DataType) is > 0 and var known ? known : throw Refusal.Of($"tensor {name} is of type {tensor.DataType}");
        ImmutableArray<long> shape = [.. tensor.Dims];
        int count;
        try
        {
            count = Shapes.Elements(shape, limits.Elements);
        }
        catch (RefusalException error)
        {
            throw Refusal.Of($"tensor {name}: {error.Message}");
        }

        if (tensor.DataLocation == TensorProto.Types.DataLocation.External)
        {
            if (tensor.RawData.Length > 0 || Typed(tensor) > 0)
                throw Refusal.Of($"tensor {name} has data in the file and outside of it");
            if (external is null)
                throw Refusal.Of($"tensor {name} lies in another file, which only a model of a folder may have");
            return Raw(tensor.DataType, shape, external.Read(tensor, (long)count * elementBytes));
        }

        if (tensor.HasRawData || (count == 0 && Typed(tensor) == 0))
        {
            if (Typed(tensor) > 0)
                throw Refusal.Of($"tensor {name} has its data twice");
            return tensor.RawData.Length == (long)count * elementBytes
                ? Raw(tensor.DataType, shape, tensor.RawData.Span)
                : throw Refusal.Of($"tensor {name} of {count} elements has {tensor.RawData.Length} bytes, not {(long)count * elementBytes}");
        }

        return Typed(tensor) == count && Values(tensor, shape) is { } values && values.Count == count
            ? values
            : throw Refusal.Of($"tensor {name} of {count} elements has {Typed(tensor)} numbers");
    }

    private static int Typed(TensorProto tensor) =>
        tensor.FloatData.Count + tensor.Int32Data.Count + tensor.Int64Data.Count + tensor.DoubleData.Count + tensor.Uint64Data.Count + tensor.StringData.Count;

    private static int Bytes(int type) => (TensorProto.Types.DataType)type switch
    {
        TensorProto.Types.DataType.Float or TensorProto.Types.DataType.Int32 or TensorProto.Types.DataType.Uint32 => 4,
        TensorProto.Types.DataType.Int64 or TensorProto.Types.DataType.Double or TensorProto.Types.DataType.Uint64 => 8,
        TensorProto.Types.DataType.Float16 or TensorProto.Types.DataType.Bfloat16 or TensorProto.Types.DataType.Int16 or TensorProto.Types.DataType.Uint16 => 2,
        TensorProto.Types.DataType.Int8 or TensorProto.Types.DataType.Uint8 or TensorProto.Types.DataType.Bool => 1,
        _ => 0,
    };

    /// <returns>Null where the numbers stand in a field that is not of the type.</returns>
    private Constant? Values(TensorProto tensor, ImmutableArray<long> shape)
    {
        switch ((TensorProto.Types.DataType)tensor.DataType)
        {
            case TensorProto.Types.DataType.Float:
                return Constant.Of(shape, [.. tensor.FloatData]);
            case TensorProto.Types.DataType.Double:
                Converted.Add("FP64");
                return Constant.Of(shape, [.. tensor.DoubleData.Select(value => (float)value)]);
            case TensorProto.Types.DataType.Float16:
                Converted.Add("FP16");
                return Constant.Of(shape, [.. tensor.Int32Data.Select(bits => (float)BitConverter.Int16BitsToHalf((short)bits))]);
            case TensorProto.Types.DataType.Bfloat16:
                Converted.Add("BF16");
                return Constant.Of(shape, [.. tensor.Int32Data.Select(bits => BitConverter.Int32BitsToSingle(bits << 16))]);
            case TensorProto.Types.DataType.Int64:
                return Constant.Of(shape, [.. tensor.Int64Data]);
            case TensorProto.Types.DataType.Uint32 or TensorProto.Types.DataType.Uint64:
                return Constant.Of(shape, [.. tensor.Uint64Data.Select(value => unchecked((long)value))]);
            default:
                return Constant.Of(shape, [.. tensor.Int32Data.Select(value => (long)value)]);
        }
    }

    private Constant Raw(int type, ImmutableArray<long> shape, ReadOnlySpan<byte> bytes)
    {
        switch ((TensorProto.Types.DataType)type)
        {
            case TensorProto.Types.DataType.Float when BitConverter.IsLittleEndian:
                return Constant.Of(shape, MemoryMarshal.Cast<byte, float>(bytes).ToArray());
            case TensorProto.Types.DataType.Float:
                return Constant.Of(shape, Floats(bytes, 4, BinaryPrimitives.ReadSingleLittleEndian));
            case TensorProto.Types.DataType.Double:
                Converted.Add("FP64");
                return Constant.Of(shape, Floats(bytes, 8, element => (float)BinaryPrimitives.ReadDoubleLittleEndian(element)));
            case TensorProto.Types.DataType.Float16:
                Converted.Add("FP16");
                return Constant.Of(shape, Floats(bytes, 2, element => (float)BinaryPrimitives.ReadHalfLittleEndian(element)));
            case TensorProto.Types.DataType.Bfloat16:
                Converted.Add("BF16");
                return Constant.Of(shape, Floats(bytes, 2, element => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(element) << 16)));
            case TensorProto.Types.DataType.Int64 or TensorProto.Types.DataType.Uint64:
                return Constant.Of(shape, Integers(bytes, 8, BinaryPrimitives.ReadInt64LittleEndian));
            case TensorProto.Types.DataType.Int32:
                return Constant.Of(shape, Integers(bytes, 4, element => BinaryPrimitives.ReadInt32LittleEndian(element)));
            case TensorProto.Types.DataType.Uint32:
                return Constant.Of(shape, Integers(bytes, 4, element => BinaryPrimitives.ReadUInt32LittleEndian(element)));
            case TensorProto.Types.DataType.Int16:
                return Constant.Of(shape, Integers(bytes, 2, element => BinaryPrimitives.ReadInt16LittleEndian(element)));
            case TensorProto.Types.DataType.Uint16:
                return Constant.Of(shape, Integers(bytes, 2, element => BinaryPrimitives.ReadUInt16LittleEndian(element)));
            case TensorProto.Types.DataType.Int8:
                return Constant.Of(shape, Integers(bytes, 1, element => (sbyte)element[0]));
            default:
                return Constant.Of(shape, Integers(bytes, 1, element => element[0]));
        }
    }

    private delegate T ElementReader<out T>(ReadOnlySpan<byte> element);

    private static float[] Floats(ReadOnlySpan<byte> bytes, int size, ElementReader<float> read) => Elements(bytes, size, read);

    private static long[] Integers(ReadOnlySpan<byte> bytes, int size, ElementReader<long> read) => Elements(bytes, size, read);

    private static T[] Elements<T>(ReadOnlySpan<byte> bytes, int size, ElementReader<T> read)
    {
        var elements = new T[bytes.Length / size];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = read(bytes.Slice(i * size, size));
        return elements;
    }
}
