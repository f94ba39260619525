using GuidelineBench.Benchmarks.Requests;

namespace GuidelineBench.Cli.Progress;

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
