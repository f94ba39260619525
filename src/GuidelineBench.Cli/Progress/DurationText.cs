using GuidelineBench.Benchmarks.Requests;

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

/// <summary>What a run is doing, in words.</summary>
internal static class PhaseText
{
    public static string Of(RunPhase phase, int cells) => phase switch
    {
        RunPhase.Preparing => FormattableString.Invariant($"compiling and verifying {cells} cells"),
        RunPhase.Ceilings => "measuring the machine's ceilings",
        RunPhase.Measuring => FormattableString.Invariant($"measuring {cells} cells"),
        RunPhase.Splitting => "timing operators one by one",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };
}

/// <summary>Which round it is.</summary>
internal static class RoundText
{
    /// <param name="last">Null when rounds go on for a time.</param>
    public static string Of(int round, int? last) => last is null
        ? FormattableString.Invariant($"round {round}")
        : FormattableString.Invariant($"round {round} of {last}");

    public static string OfBlock(int block) => FormattableString.Invariant($"block {block}");
}
