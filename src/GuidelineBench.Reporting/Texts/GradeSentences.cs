using GuidelineBench.Analysis.Trust;

namespace GuidelineBench.Reporting.Texts;

/// <summary>How far a run can be trusted, in words.</summary>
internal static class GradeSentences
{
    /// <summary>What keeps the run from a better grade, the heaviest first.</summary>
    public static string Why(MachineReport machine) => machine.Grade.Reasons.IsEmpty
        ? $"the run is complete with {(machine.Blocks > 0 ? Numbers.Of(machine.Blocks, "block") : Numbers.Of(machine.Rounds, "round"))}, every cell was verified, and clock and times kept steady."
        : string.Join("; ", machine.Grade.Reasons.Select(reason => Of(reason, machine))) + ".";

    private static string Of(GradeReason reason, MachineReport machine) => reason.Kind switch
    {
        GradeReasonKind.Incomplete => $"the run is not complete ({Numbers.Count((long)reason.Value)} of {Numbers.Of(machine.File.Rounds, "round")})",
        GradeReasonKind.FewRounds => $"{Numbers.Of((long)reason.Value, "round")} only; small effects need {Numbers.Count(RunGrade.EnoughRounds)} or more",
        GradeReasonKind.Flags => $"{Numbers.Of((long)reason.Value, "flag")} on the conditions",
        GradeReasonKind.ClockMoved => $"the clock moved by {Numbers.Percent(100 * reason.Value)}",
        GradeReasonKind.PeakLost => $"the cores gave {Numbers.Percent(100 * (1 - reason.Value))} of their best multiply-add rate in the median round",
        GradeReasonKind.RoundsSpread => $"{Numbers.Of(reason.Cells, "cell")} moved by {Numbers.Percent(100 * Doubts.LargeSpread)} or more between {(machine.Blocks > 0 ? "blocks" : "rounds")}, the one in the middle of all by {Numbers.Percent(100 * reason.Value)}",
        GradeReasonKind.Unverified => $"{Numbers.Of((long)reason.Value, "output was", "outputs were")} not compared with the reference",
        GradeReasonKind.Skipped => $"{Numbers.Of((long)reason.Value, "cell has", "cells have")} no time",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind.ToString()),
    };
}
