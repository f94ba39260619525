using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>A whole number of 64 bits, however it is written.</summary>
internal sealed class WholeNumber64Converter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && WholeNumber.Read(ref reader) is { } number && number >= long.MinValue && number <= long.MaxValue
            ? (long)number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
