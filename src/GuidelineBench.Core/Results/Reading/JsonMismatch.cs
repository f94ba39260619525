using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>
/// Where JSON is not what a type asks for: the library's own messages name types of this program, and often another
/// member than the one that is wrong. Looked for when reading has failed.
/// </summary>
internal static class JsonMismatch
{
    private const int MostShown = 40;

    /// <param name="json">JSON without fault.</param>
    /// <returns>Line, member, what stands there and what is allowed; null where nothing is found.</returns>
    public static string? First(ReadOnlySpan<byte> json, JsonTypeInfo type)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return InValue(ref reader, json, type, isNullAllowed: false, "");
    }

    private static string? InValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo type, bool isNullAllowed, string place)
    {
        if (Nullable.GetUnderlyingType(type.Type) is { } underlying)
            return InValue(ref reader, json, type.Options.GetTypeInfo(underlying), isNullAllowed: true, place);
        if (reader.TokenType == JsonTokenType.Null && isNullAllowed)
            return null;
        if (reader.TokenType == JsonTokenType.String && UnicodeText.Of(ref reader) is null)
            return Fault(reader, json, place, HalfPair(reader, json));
        if (!IsAllowed(ref reader, type))
            return Fault(reader, json, place, $"{Shown(reader, json)} stands where {Allowed(type)}{(isNullAllowed ? " or null" : "")} is allowed");
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => InObject(ref reader, json, type, place),
            JsonTypeInfoKind.Dictionary => InDictionary(ref reader, json, type, place),
            JsonTypeInfoKind.Enumerable => InList(ref reader, json, type, place),
            _ => null,
        };
    }

    private static string? InObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo type, string place)
    {
        Utf8JsonReader start = reader;
        var seen = new HashSet<JsonPropertyInfo>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (UnicodeText.Of(ref reader) is not { } name)
                return Fault(reader, json, place, HalfPair(reader, json));
            JsonPropertyInfo? member = type.Properties.FirstOrDefault(property => property.Name == name);
            if (member is not null && !seen.Add(member))
                return Fault(reader, json, Join(place, member.Name), "it stands twice in one object, and once is allowed");
            reader.Read();
            if (member is null)
                reader.Skip();
            else if (InValue(ref reader, json, type.Options.GetTypeInfo(member.PropertyType), IsNullAllowed(member), Join(place, member.Name)) is { } fault)
                return fault;
        }

        return type.Properties.FirstOrDefault(member => member.IsRequired && !seen.Contains(member)) is { } missing
            ? Fault(start, json, Join(place, missing.Name), $"nothing stands where {Allowed(type.Options.GetTypeInfo(missing.PropertyType))} is required")
            : null;
    }

    private static string? InDictionary(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo type, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (UnicodeText.Of(ref reader) is not { } key)
                return Fault(reader, json, place, HalfPair(reader, json));
            string name = Join(place, key);
            if (!seen.Add(name))
                return Fault(reader, json, name, "it stands twice in one object, and once is allowed");
            reader.Read();
            if (InElement(ref reader, json, type, name) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? InList(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo type, string place)
    {
        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            if (InElement(ref reader, json, type, FormattableString.Invariant($"{place}[{index}]")) is { } fault)
                return fault;
        return null;
    }

    private static string? InElement(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo type, string place)
    {
        // The library takes null for texts, lists and objects in lists; the rules of the file do not.
        bool isLeftToRules = reader.TokenType == JsonTokenType.Null && !type.ElementType!.IsValueType;
        return isLeftToRules ? null : InValue(ref reader, json, type.Options.GetTypeInfo(type.ElementType!), isNullAllowed: false, place);
    }

    private static bool IsNullAllowed(JsonPropertyInfo member) =>
        !member.PropertyType.IsValueType && member.IsSetNullable && member.AssociatedParameter?.IsNullable != false;

    private static bool IsAllowed(ref Utf8JsonReader reader, JsonTypeInfo type) => reader.TokenType switch
    {
        JsonTokenType.StartObject => type.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary,
        JsonTokenType.StartArray => type.Kind == JsonTypeInfoKind.Enumerable,
        JsonTokenType.True or JsonTokenType.False => type.Type == typeof(bool),
        JsonTokenType.String => reader.GetString() is { } text && (type.Type == typeof(string) || (type.Type == typeof(DateTimeOffset) && TimeConverter.Parse(text) is not null)),
        JsonTokenType.Number => type.Type == typeof(double) || (Range(type.Type) is var (least, most) && WholeNumber.Read(ref reader) is { } number && number >= least && number <= most),
        _ => false,
    };

    private static (long Least, long Most)? Range(Type type) =>
        type == typeof(int) ? (int.MinValue, int.MaxValue)
        : type == typeof(long) ? (long.MinValue, long.MaxValue)
        : null;

    private static string Allowed(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "a list",
        _ when type.Type == typeof(int) => "a whole number of 32 bits",
        _ when type.Type == typeof(long) => "a whole number of 64 bits",
        _ when type.Type == typeof(double) => "a number",
        _ when type.Type == typeof(bool) => "true or false",
        _ when type.Type == typeof(DateTimeOffset) => "a time like \"2026-01-31T12:34:56Z\" in the years 1 to 9999",
        _ when Nullable.GetUnderlyingType(type.Type) is { } underlying => $"{Allowed(type.Options.GetTypeInfo(underlying))} or null",
        _ => "a text",
    };

    private static string HalfPair(Utf8JsonReader reader, ReadOnlySpan<byte> json) => $"{Shown(reader, json)} has half a surrogate pair, and whole characters are allowed";

    private static string Shown(Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return reader.TokenType == JsonTokenType.StartObject ? "an object" : "a list";
        // Behind a name the reader is behind its colon too.
        string text = reader.TokenType == JsonTokenType.PropertyName
            ? $"\"{Encoding.UTF8.GetString(reader.ValueSpan)}\""
            : Encoding.UTF8.GetString(json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
        return text.Length <= MostShown ? text : text[..MostShown] + "...";
    }

    private static string Fault(Utf8JsonReader reader, ReadOnlySpan<byte> json, string place, string what) =>
        FormattableString.Invariant($"line {json[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1}: {(place.Length == 0 ? "" : $"{place}: ")}{what}");

    private static string Join(string place, string member) => place.Length == 0 ? member : $"{place}.{member}";
}
