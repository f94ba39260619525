using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Verdicts;

/// <summary>What a run has not decided yet, and what it would take.</summary>
/// <param name="Guidelines">That were measured and whose word, or that of a scale of theirs, is cannot tell; in their order.</param>
/// <param name="Measured">Guidelines that were measured.</param>
/// <param name="MoreTimes">How many times as many blocks it would take to narrow the widest open bracket; null where none is open or it has none.</param>
public sealed record OpenWords(ImmutableArray<GuidelineVerdict> Guidelines, int Measured, double? MoreTimes)
{
    public bool IsDecided => Guidelines.IsEmpty;

    /// <summary>Where more blocks would help: experiments and scales whose own word is open, or all of a guideline's that is open by itself alone.</summary>
    public IReadOnlySet<(string Experiment, string Scale)> Scales =>
    (
        from verdict in Guidelines
        let open = verdict.Headlines.Where(contrast => MayClose(contrast.Reason)).ToArray()
        from contrast in open.Length > 0 ? open : verdict.Headlines
        select (contrast.Against.Experiment, contrast.Against.Scale!)
    ).ToHashSet();

    /// <summary>Of all backends together.</summary>
    public static OpenWords Of(ResultFile file) => Of([.. RunVerdicts.ByBackend(file).SelectMany(verdicts => verdicts)]);

    public static OpenWords Of(ImmutableArray<GuidelineVerdict> verdicts)
    {
        GuidelineVerdict[] measured = [.. verdicts.Where(verdict => verdict.Configuration is not null)];
        ImmutableArray<GuidelineVerdict> open = [.. measured.Where(IsOpen)];
        double[] reaches =
        [
            .. from verdict in open
               from contrast in verdict.Headlines
               where contrast.Verdict == Verdict.CannotTell
               let interval = contrast.Effect.Effect?.Interval
               where interval is { Lower: > 0 }
               select Math.Log(interval.Value.Upper / interval.Value.Lower) / 2,
        ];
        // A bracket narrows with the root of the blocks; what is narrow is decided whatever it spans.
        return new OpenWords(open, measured.Length, reaches.Length == 0 ? null : Math.Pow(reaches.Max() / Limits.Narrow, 2));
    }

    private static bool IsOpen(GuidelineVerdict verdict) => MayClose(verdict.Reason) || verdict.Headlines.Any(contrast => MayClose(contrast.Reason));

    /// <summary>A cell without a time gets none by going on.</summary>
    private static bool MayClose(VerdictReason reason) => reason is VerdictReason.IntervalTooWide or VerdictReason.ScalesDisagree or VerdictReason.TooFewRounds;
}
