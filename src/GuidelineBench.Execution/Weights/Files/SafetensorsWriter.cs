using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>Writes float32 tensors as a safetensors file.</summary>
public static class SafetensorsWriter
{
    /// <summary>Data begins at a multiple of this, as the format's own library writes it.</summary>
    private const int Alignment = 8;

    /// <param name="tensors">Names and tensors; data stands in the file in this order.</param>
    /// <exception cref="ArgumentException">A tensor has not as many values as its shape says.</exception>
    /// <exception cref="IOException">The file cannot be written; what was there before is unchanged.</exception>
    public static void Write(string path, IReadOnlyList<KeyValuePair<string, Tensor>> tensors)
    {
        foreach ((string name, Tensor tensor) in tensors)
            if (tensor.Values.Length != tensor.Shape.Elements)
                throw new ArgumentException(FormattableString.Invariant(
                    $"Tensor {name} of shape {tensor.Shape} has {tensor.Values.Length} values."), nameof(tensors));
        OutputFile.Write(path, tensors, static (stream, tensors) =>
        {
            stream.Write(Header(tensors));
            foreach ((_, Tensor tensor) in tensors)
                TensorStream.Write(stream, tensor.Values);
        });
    }

    private static ReadOnlySpan<byte> Header(IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        var header = new ArrayBufferWriter<byte>();
        header.Write(new byte[sizeof(ulong)]);
        using (var json = new Utf8JsonWriter(header))
        {
            long offset = 0;
            json.WriteStartObject();
            foreach ((string name, Tensor tensor) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", ElementType.Float32.Name);
                WriteNumbers(json, "shape", tensor.Shape.Dimensions);
                long end = offset + tensor.Shape.Elements * sizeof(float);
                WriteNumbers(json, "data_offsets", [offset, end]);
                json.WriteEndObject();
                offset = end;
            }

            json.WriteEndObject();
        }

        while (header.WrittenCount % Alignment != 0)
            header.Write(" "u8);
        byte[] bytes = header.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)(bytes.Length - sizeof(ulong)));
        return bytes;
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
