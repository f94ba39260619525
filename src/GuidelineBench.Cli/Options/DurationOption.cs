using System.CommandLine;
using System.Globalization;

namespace GuidelineBench.Cli.Options;

/// <summary>An option whose value is a time: a whole number with <c>s</c>, <c>m</c> or <c>h</c>.</summary>
internal static class DurationOption
{
    private static readonly (char Unit, TimeSpan Length)[] Units =
        [('h', TimeSpan.FromHours(1)), ('m', TimeSpan.FromMinutes(1)), ('s', TimeSpan.FromSeconds(1))];

    public static Option<TimeSpan?> Create(string name, string description, TimeSpan least, TimeSpan most)
    {
        string allowed = $"{Write(least)} to {Write(most)}, as 90s, 10m or 1h";
        return ValueOption.Create<TimeSpan?>(name, "TIME", description, text =>
            Read(text) is { } time && time >= least && time <= most
                ? time
                : throw CommandException.Unusable($"unusable time '{text}'", name, allowed));
    }

    /// <summary>In the largest unit that leaves a whole number.</summary>
    public static string Write(TimeSpan time)
    {
        (char unit, TimeSpan length) = Units.First(unit => time.Ticks % unit.Length.Ticks == 0 || unit.Unit == 's');
        return FormattableString.Invariant($"{time.Ticks / length.Ticks}{unit}");
    }

    /// <returns>Null for a text that is no time.</returns>
    private static TimeSpan? Read(string text)
    {
        foreach ((char unit, TimeSpan length) in Units)
            if (text.EndsWith(unit) && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                return number * length;
        return null;
    }
}

/// <summary>Whole numbers as users write them: digits with an optional minus, under every culture.</summary>
internal static class NumberText
{
    public static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    public static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
