using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace GuidelineBench.Core.Results.Reading;

/// <summary>
/// A moment in ISO 8601 and RFC 3339: with T, t or a space before the time, any number of digits of a second, a zone as Z, z, +01:00,
/// +0100 or +01, or none, which is UTC so that a file means the same everywhere. A leap second is the second after it. In UTC the
/// moment is in the years 1 to 9999.
/// </summary>
internal sealed partial class TimeConverter : JsonConverter<DateTimeOffset>
{
    private const int TickDigits = 7;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Parse(reader.GetString()!) is { } time ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <returns>In UTC; null where the text is no such moment.</returns>
    public static DateTimeOffset? Parse(string text)
    {
        // Many languages' $ stands before a line break at the end, so a schema cannot keep it out.
        if (Time().Match(text.Trim()) is not { Success: true } match || !IsDay(Number("year"), Number("month"), Number("day")))
            return null;
        string fraction = match.Groups["fraction"].Value.PadRight(TickDigits, '0')[..TickDigits];
        long zoneMinutes = Number("zoneHour") * 60 + Number("zoneMinute");
        long ticks = new DateTime(Number("year"), Number("month"), Number("day")).Ticks
            + Number("hour") * TimeSpan.TicksPerHour
            + (Number("minute") - (match.Groups["sign"].Value == "-" ? -zoneMinutes : zoneMinutes)) * TimeSpan.TicksPerMinute
            + Number("second") * TimeSpan.TicksPerSecond
            + long.Parse(fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        // A zone or a leap second can lead out of the years that there are.
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

        int Number(string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;
    }

    private static bool IsDay(int year, int month, int day) => year >= 1 && day <= DateTime.DaysInMonth(year, month);

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12][0-9]|3[01])(?:[Tt ](?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9]|60)(?:[.,](?<fraction>[0-9]+))?)?(?:[Zz]|(?<sign>[+-])(?<zoneHour>[01][0-9]|2[0-3])(?::?(?<zoneMinute>[0-5][0-9]))?)?)?\z")]
    private static partial Regex Time();
}
