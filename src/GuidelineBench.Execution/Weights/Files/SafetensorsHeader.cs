using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using GuidelineBench.Core.Results.Reading;

namespace GuidelineBench.Execution.Weights.Files;

/// <summary>
/// The header of a safetensors file: a JSON object with dtype, shape and data_offsets of every tensor. Everything that
/// it says is checked against itself and against the length of the file before any data is read.
/// </summary>
internal static class SafetensorsHeader
{
    /// <summary>Free text of whoever wrote the file; not a tensor.</summary>
    private const string MetadataName = "__metadata__";

    private const string AnIntactFile = "an intact safetensors file";

    /// <summary>The header is an object of objects with arrays of numbers.</summary>
    private const int DeepestNesting = 4;

    /// <param name="json">The header without its length.</param>
    /// <param name="dataBytes">Bytes of the file behind the header.</param>
    /// <exception cref="TensorFileException">The header is damaged, contradicts itself or the file.</exception>
    public static ImmutableArray<SafetensorsEntry> Parse(string path, ReadOnlyMemory<byte> json, long dataBytes)
    {
        if (!Utf8.IsValid(json.Span))
            throw new TensorFileException("its header is not UTF-8", path, AnIntactFile);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new TensorFileException("its header is no JSON object", path, AnIntactFile);
            var names = new HashSet<string>(StringComparer.Ordinal);
            var entries = ImmutableArray.CreateBuilder<SafetensorsEntry>();
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (!names.Add(property.Name))
                    throw new TensorFileException($"tensor {TensorFileException.Quote(property.Name)} is there twice", path, "each name once");
                if (property.Name != MetadataName)
                    entries.Add(ReadEntry(path, property, dataBytes));
            }

            RequireSeamlessData(path, entries, dataBytes);
            return entries.ToImmutable();
        }
        catch (JsonException error)
        {
            throw new TensorFileException($"its header is no usable JSON ({error.Message})", path, AnIntactFile, error);
        }
        catch (InvalidOperationException error)
        {
            // Text with half a surrogate pair passes the JSON parser and has no value.
            throw new TensorFileException($"its header holds text that is not Unicode ({error.Message})", path, AnIntactFile, error);
        }
    }

    private static SafetensorsEntry ReadEntry(string path, JsonProperty property, long dataBytes)
    {
        string type = Member("dtype", JsonValueKind.String).GetString()!;
        ImmutableArray<long> dimensions = Numbers("shape");
        ImmutableArray<long> offsets = Numbers("data_offsets");
        if (!TensorShape.TryCreate(dimensions, out TensorShape? shape))
            throw Refused($"has the shape {Text("shape")}", TensorShape.Allowed);
        if (offsets is not [var begin, var end] || begin < 0 || begin > end || end > dataBytes)
            throw Refused(
                $"has the data_offsets {Text("data_offsets")}",
                FormattableString.Invariant($"two offsets in ascending order, 0 to {dataBytes}, the end of the file"));
        if (ElementType.Find(type) is { } element && (Int128)shape.Elements * element.Bytes != end - begin)
            throw Refused(
                FormattableString.Invariant($"of shape {shape} and type {type} has {end - begin} bytes"),
                FormattableString.Invariant($"{(Int128)shape.Elements * element.Bytes} bytes"));
        return new SafetensorsEntry(property.Name, type, shape, begin, end);

        ImmutableArray<long> Numbers(string name)
        {
            var numbers = ImmutableArray.CreateBuilder<long>();
            foreach (JsonElement element in Member(name, JsonValueKind.Array).EnumerateArray())
                numbers.Add(element.ValueKind == JsonValueKind.Number && WholeNumber.Parse(element.GetRawText()) is { } number && number >= long.MinValue && number <= long.MaxValue
                    ? (long)number
                    : throw Refused($"has a {name} with {TensorFileException.Quote(element.GetRawText())}", "whole numbers of up to 64 bits"));
            return numbers.ToImmutable();
        }

        string Text(string name) => TensorFileException.Quote(property.Value.GetProperty(name).GetRawText());

        JsonElement Member(string name, JsonValueKind kind)
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
                throw Refused("is no JSON object", "an object with dtype, shape and data_offsets");
            JsonElement[] found = [.. property.Value.EnumerateObject().Where(member => member.NameEquals(name)).Select(member => member.Value)];
            return found is [var member] && member.ValueKind == kind
                ? member
                : throw Refused($"has no usable {name}", $"one {kind.ToString().ToLowerInvariant()} of that name");
        }

        TensorFileException Refused(string what, string allowed) =>
            new($"tensor {TensorFileException.Quote(property.Name)} {what}", path, allowed);
    }

    /// <summary>Tensors cover the data without holes and share none of it, as the format asks.</summary>
    private static void RequireSeamlessData(string path, IEnumerable<SafetensorsEntry> entries, long dataBytes)
    {
        long covered = 0;
        string last = "the header";
        foreach (SafetensorsEntry entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            string name = TensorFileException.Quote(entry.Name);
            if (entry.Begin < covered)
                throw new TensorFileException($"tensors {last} and {name} share bytes", path, "bytes that belong to one tensor each");
            if (entry.Begin > covered)
                throw Unnamed(entry.Begin - covered, $"between {last} and {name}");
            covered = entry.End;
            last = name;
        }

        if (covered < dataBytes)
            throw Unnamed(dataBytes - covered, $"behind {last}");

        TensorFileException Unnamed(long bytes, string where) =>
            new(FormattableString.Invariant($"{bytes} bytes {where} belong to no tensor"), path, "data without holes");
    }
}
