using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>Whole numbers of JSON: it knows one kind of number, and writers of other languages write 224 as 224.0 or 2.24e2.</summary>
public static class WholeNumber
{
    /// <summary>Of the largest number of 64 bits.</summary>
    private const int MostDigits = 19;

    /// <summary>In place of exponents that 64 bits do not hold: no text has as many digits.</summary>
    private const long FarExponent = 1L << 40;

    /// <param name="reader">At a number.</param>
    /// <returns>Null where it is not whole, however little is missing; some number beyond 64 bits for all that are.</returns>
    public static Int128? Read(ref Utf8JsonReader reader) => reader.TryGetInt64(out long whole)
        ? whole
        : Parse(Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan));

    /// <param name="number">As JSON writes it.</param>
    /// <inheritdoc cref="Read"/>
    public static Int128? Parse(string number)
    {
        int end = number.IndexOfAny(['e', 'E']);
        string mantissa = end < 0 ? number : number[..end];
        long exponent = end < 0 ? 0 : Exponent(number[(end + 1)..]);
        if (mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point)
            exponent -= mantissa.Length - point - 1;
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0');
        string significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        if (significant.Length == 0)
            return 0;
        if (exponent < 0)
            return null;
        Int128 magnitude = significant.Length + exponent > MostDigits
            ? Int128.MaxValue
            : Int128.Parse(significant + new string('0', (int)exponent), NumberStyles.None, CultureInfo.InvariantCulture);
        return mantissa[0] == '-' ? -magnitude : magnitude;
    }

    private static long Exponent(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent) && exponent is > -FarExponent and < FarExponent
            ? exponent
            : text[0] == '-' ? -FarExponent : FarExponent;
}

/// <summary>A whole number of 32 bits, however it is written.</summary>
internal sealed class WholeNumber32Converter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && WholeNumber.Read(ref reader) is { } number && number >= int.MinValue && number <= int.MaxValue
            ? (int)number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>A whole number of 64 bits, however it is written.</summary>
internal sealed class WholeNumber64Converter : JsonConverter<long>
{
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && WholeNumber.Read(ref reader) is { } number && number >= long.MinValue && number <= long.MaxValue
            ? (long)number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
