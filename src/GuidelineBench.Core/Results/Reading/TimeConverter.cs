using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>
/// A moment in ISO 8601 and RFC 3339: with T, t or a space before the time, any number of digits of a second, a zone as Z, z, +01:00,
/// +0100 or +01, or none, which is UTC so that a file means the same everywhere. A leap second is the second after it.
/// </summary>
internal sealed partial class TimeConverter : JsonConverter<DateTimeOffset>
{
    private const int TickDigits = 7, LeapSecond = 60;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Parse(reader.GetString()!) is { } time
            ? time
            : throw new JsonException($"{FoundText.Of(ref reader)} stands where a time like \"2026-01-31T12:34:56Z\" is allowed.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <returns>Null where the text is no such moment.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        if (Time().Match(text) is not { Success: true } match)
            return null;
        int second = Number("second");
        string fraction = match.Groups["fraction"].Value;
        try
        {
            var time = new DateTime(Number("year"), Number("month"), Number("day"), Number("hour"), Number("minute"), second == LeapSecond ? second - 1 : second);
            time = time.AddTicks(fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(TickDigits, '0')[..TickDigits], CultureInfo.InvariantCulture));
            if (second == LeapSecond)
                time = time.AddSeconds(1);
            var zone = new TimeSpan(Number("zoneHour"), Number("zoneMinute"), 0);
            return new DateTimeOffset(time, match.Groups["sign"].Value == "-" ? -zone : zone);
        }
        catch (ArgumentException)
        {
            // A month 13, a 30th of February, a zone of 15 hours.
            return null;
        }

        int Number(string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})(?:[Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-5][0-9]|60)(?:[.,](?<fraction>[0-9]+))?)?(?:[Zz]|(?<sign>[+-])(?<zoneHour>[0-9]{2}):?(?<zoneMinute>[0-5][0-9])?)?)?\z")]
    private static partial Regex Time();
}
