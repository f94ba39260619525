using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>A whole number of 32 bits, however it is written.</summary>
internal sealed class WholeNumber32Converter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && WholeNumber.Read(ref reader) is { } number && number >= int.MinValue && number <= int.MaxValue
            ? (int)number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
