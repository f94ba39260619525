namespace GuidelineBench.Cli.Progress;

/// <summary>Durations that a person waits for: <c>45 s</c>, <c>3 min 20 s</c>, <c>1 h 05 min</c>.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration)
    {
        long seconds = Math.Max(0, (long)Math.Round(duration.TotalSeconds));
        return seconds switch
        {
            < 60 => FormattableString.Invariant($"{seconds} s"),
            < 3600 => FormattableString.Invariant($"{seconds / 60} min {seconds % 60:00} s"),
            _ => FormattableString.Invariant($"{seconds / 3600} h {seconds % 3600 / 60:00} min"),
        };
    }
}
