using System.Collections.Immutable;
using GuidelineBench.Analysis.Conditions;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Trust;

/// <summary>How far a run can be trusted, and why not further.</summary>
/// <param name="Grade">The worst that a reason allows; A without reasons.</param>
/// <param name="Reasons">The heaviest first.</param>
public sealed record RunGrade(Grade Grade, ImmutableArray<GradeReason> Reasons)
{
    /// <summary>Under this, verdicts need effects that stand far out of the noise.</summary>
    public const int EnoughRounds = 10;

    /// <summary>From this on the clock moved too much for ratios inside rounds to follow.</summary>
    public const double VeryLargeClockSpread = 0.10;

    /// <summary>From this on so much of the cores went to others that caches and memory were shared with them too.</summary>
    public const double VeryLargeLoss = 0.25;

    /// <summary>From this spread of the cell in the middle on, times say little.</summary>
    public const double UselessSpread = 0.20;

    /// <summary>Share of the cells that may be unsteady or without a time before the run suffers.</summary>
    public const double FewCells = 0.10, ManyCells = 0.25;

    /// <summary>From this number of flags on, conditions were bad and not only imperfect.</summary>
    public const int ManyFlags = 3;

    public static RunGrade Of(ResultFile file)
    {
        ImmutableArray<GradeReason> reasons = [.. ReasonsOf(file).OrderByDescending(reason => reason.AtBest)];
        return new RunGrade(reasons.IsEmpty ? Grade.A : reasons[0].AtBest, reasons);
    }

    private static IEnumerable<GradeReason> ReasonsOf(ResultFile file)
    {
        foreach (Doubt doubt in Doubts.Of(file))
            if (Of(doubt, file) is { } reason)
                yield return reason;
        int rounds = Doubts.RoundsOf(file);
        if (file.Complete && Doubts.BlocksOf(file) < BlockRatio.FewestBlocks && rounds is >= MedianIntervals.FewestValues and < EnoughRounds)
            yield return new GradeReason(GradeReasonKind.FewRounds, Grade.C, rounds, 0);
        if (file.Conditions.Flags.Length is > 0 and var flags)
            yield return new GradeReason(GradeReasonKind.Flags, flags >= ManyFlags ? Grade.C : Grade.B, flags, 0);
    }

    private static GradeReason? Of(Doubt doubt, ResultFile file)
    {
        double share = (double)doubt.Cells.Length / file.Cells.Length;
        return doubt.Kind switch
        {
            DoubtKind.Incomplete => new(GradeReasonKind.Incomplete, Grade.D, doubt.Value!.Value, 0),
            DoubtKind.FewRounds => new(GradeReasonKind.FewRounds, Grade.D, doubt.Value!.Value, 0),
            DoubtKind.ClockMoved => new(GradeReasonKind.ClockMoved, doubt.Value >= VeryLargeClockSpread ? Grade.C : Grade.B, doubt.Value!.Value, 0),
            DoubtKind.PeakLost => new(GradeReasonKind.PeakLost, doubt.Value >= VeryLargeLoss ? Grade.C : Grade.B, doubt.Value!.Value, 0),
            DoubtKind.RoundsSpread => OfSpread(file, share, doubt.Cells.Length),
            DoubtKind.Unverified => new(GradeReasonKind.Unverified, Grade.B, doubt.Cells.Length, doubt.Cells.Length),
            DoubtKind.Skipped => new(GradeReasonKind.Skipped, share > ManyCells ? Grade.C : Grade.B, doubt.Cells.Length, doubt.Cells.Length),
            _ => null,
        };
    }

    /// <returns>Null where few cells are unsteady: verdicts allow for those by themselves.</returns>
    private static GradeReason? OfSpread(ResultFile file, double share, int cells)
    {
        double typical = Medians.Median([.. file.Cells.Select(Doubts.Spread).OfType<double>()]);
        Grade? grade =
            typical >= UselessSpread ? Grade.D
            : typical >= Doubts.LargeSpread ? Grade.C
            : share > FewCells ? Grade.B
            : null;
        return grade is { } atBest ? new GradeReason(GradeReasonKind.RoundsSpread, atBest, typical, cells) : null;
    }
}

/// <summary>How far a run can be trusted, from the best.</summary>
public enum Grade
{
    /// <summary>Nothing speaks against it.</summary>
    A,

    /// <summary>Small things do; large effects are as measured.</summary>
    B,

    /// <summary>Much does; a run under better conditions may say otherwise.</summary>
    C,

    /// <summary>Nothing should be concluded from it.</summary>
    D,
}
