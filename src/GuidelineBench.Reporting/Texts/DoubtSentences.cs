using GuidelineBench.Analysis.Trust;

namespace GuidelineBench.Reporting.Texts;

internal static class DoubtSentences
{
    private const int MostNamed = 6;

    public static string Of(Doubt doubt, ResultFile file) => doubt.Kind switch
    {
        DoubtKind.Incomplete => $"The run is not complete: {Numbers.Count((long)doubt.Value!)} of {Numbers.Of(file.Rounds, "round")} are in the file, so ratios have no interval.",
        DoubtKind.FewRounds => $"The run has {Numbers.Of((long)doubt.Value!, "round")}; an interval needs {Numbers.Count(MedianIntervals.FewestValues)}, so ratios have none.",
        DoubtKind.Flag => doubt.Text!,
        DoubtKind.ClockMoved => $"The clock moved by {Numbers.Percent(100 * doubt.Value!.Value)} from round to round.",
        DoubtKind.PeakLost => $"Between the cells the cores gave {Numbers.Percent(100 * (1 - doubt.Value!.Value))} of their best multiply-add rate in the median round: other load, a thread that shares the core or a lower clock took the rest, from the cells too.",
        DoubtKind.FloorsDiffer => $"The fastest sample that BenchmarkDotNet took of {Numbers.Of(doubt.Cells.Length, "cell")} lies off the floor of the blocks by more than {Numbers.Percent(100 * Doubts.LargestOffFloor)}, by up to {Numbers.Percent(100 * doubt.Value!.Value)}: {Names(doubt, file)}.",
        DoubtKind.RoundsSpread => $"The {(Doubts.BlocksOf(file) > 0 ? "floor" : "time")} of {Numbers.Of(doubt.Cells.Length, "cell")} moved between {(Doubts.BlocksOf(file) > 0 ? "blocks" : "rounds")} by {Numbers.Percent(100 * Doubts.LargeSpread)} or more (interquartile range), by up to {Numbers.Percent(100 * doubt.Value!.Value)}: {Names(doubt, file)}.",
        DoubtKind.Unverified => $"{Numbers.Of(doubt.Cells.Length, "cell")} with a time but without a check of the output against the reference: {Names(doubt, file)}.",
        DoubtKind.Skipped => $"{Numbers.Of(doubt.Cells.Length, "cell")} without a time; the reasons are listed under skipped cells.",
    };

    private static string Names(Doubt doubt, ResultFile file) => Numbers.Few([.. doubt.Cells.Select(CellNaming.Among(file).Of)], MostNamed);
}

internal static class GradeSentences
{
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
    };
}
