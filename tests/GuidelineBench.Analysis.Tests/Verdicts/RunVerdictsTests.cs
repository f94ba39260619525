using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Verdicts;

public sealed class RunVerdictsTests
{
    [Theory]
    [InlineData(1.20, Verdict.Holds, VerdictReason.ShownSlower)]
    [InlineData(1.00, Verdict.NoEffect, VerdictReason.ShownEqual)]
    [InlineData(0.80, Verdict.Reversed, VerdictReason.ShownFaster)]
    [InlineData(1.05, Verdict.CannotTell, VerdictReason.IntervalTooWide)]
    public void Steady_ratios_give_their_word(double ratio, Verdict word, VerdictReason reason)
    {
        GuidelineVerdict verdict = G1(VerdictRuns.Of(ratio, ratio, ratio));

        Assert.Equal((word, reason), (verdict.Verdict, verdict.Reason));
        Assert.Equal(ratio, verdict.Effect!.Median, 12);
        Assert.InRange(verdict.Effect.Interval!.Value.Lower, ratio * 0.99, ratio);
        Assert.InRange(verdict.Effect.Interval.Value.Upper, ratio, ratio * 1.01);
        Assert.Equal(3, verdict.Contrasts.Length);
    }

    /// <summary>45 ratios at 5 % for one guideline, 2.5 % to a side: 15 may be against (P = 1.8 %), not 16 (P = 3.6 %).</summary>
    [Fact]
    public void The_interval_is_that_of_the_order_statistics()
    {
        double[] rising = [1.01, 1.15, 1.06, 1.11, 1.03, 1.13, 1.08, 1.02, 1.14, 1.05, 1.10, 1.04, 1.12, 1.07, 1.09];
        GuidelineVerdict verdict = G1(VerdictRuns.Of([rising, [.. rising.Select(ratio => ratio + 0.001)], [.. rising.Select(ratio => ratio + 0.002)]]));

        // Sorted 1.010, 1.011, 1.012, 1.020 ...: the 16th from below is 1.060, the 16th from above 1.102.
        Assert.Equal(1.060, verdict.Effect!.Interval!.Value.Lower, 12);
        Assert.Equal(1.102, verdict.Effect.Interval.Value.Upper, 12);
        Assert.Equal(1 - 2 * 0.01785, verdict.Effect.Interval.Value.Confidence, 4);
        Assert.Equal(Verdict.Holds, verdict.Verdict);
    }

    [Fact]
    public void Quick_runs_show_large_effects_by_all_scales_together_and_none_by_one_scale()
    {
        double[] rounds = [1.31, 1.28, 1.33, 1.27, 1.30];

        GuidelineVerdict verdict = G1(VerdictRuns.Of([rounds, rounds, rounds]));

        Assert.Equal(Verdict.Holds, verdict.Verdict);
        Assert.All(verdict.Headlines, contrast => Assert.Equal((Verdict.CannotTell, VerdictReason.TooFewRounds), (contrast.Verdict, contrast.Reason)));
    }

    [Fact]
    public void One_scale_carries_no_word()
    {
        GuidelineVerdict verdict = G1(VerdictRuns.Of(2.0, 1.0, 1.0));

        Assert.Equal(Verdict.CannotTell, verdict.Verdict);
        Assert.Equal(1, verdict.Headlines.Count(contrast => contrast.Verdict == Verdict.Holds));
    }

    [Fact]
    public void A_scale_that_is_reversed_takes_the_word_back()
    {
        GuidelineVerdict verdict = G1(VerdictRuns.Of(1.3, 1.3, 0.8));

        Assert.Equal((Verdict.CannotTell, VerdictReason.ScalesDisagree), (verdict.Verdict, verdict.Reason));
    }

    [Fact]
    public void Rounds_that_resemble_each_other_count_for_less()
    {
        // The same ratios in turn and in order; 13 of 15 above the limit at each scale.
        double[] inOrder = [1.03, 1.04, 1.06, 1.07, 1.08, 1.09, 1.10, 1.11, 1.12, 1.13, 1.14, 1.15, 1.16, 1.17, 1.18];
        double[] inTurn = [.. Enumerable.Range(0, 15).Select(round => inOrder[round * 4 % 15])];

        Assert.Equal(Verdict.Holds, G1(VerdictRuns.Of([inTurn, inTurn, inTurn])).Verdict);
        Assert.Equal(Verdict.CannotTell, G1(VerdictRuns.Of([inOrder, inOrder, inOrder])).Verdict);
    }

    [Fact]
    public void Every_guideline_is_there_and_one_without_cells_was_not_measured()
    {
        var verdicts = RunVerdicts.Of(VerdictRuns.Of(1.2, 1.2, 1.2));

        Assert.Equal(Guideline.All, verdicts.Select(verdict => verdict.Guideline));
        Assert.All(verdicts.Skip(1), verdict => Assert.Equal(
            (Verdict.CannotTell, VerdictReason.NotMeasured, null, null), (verdict.Verdict, verdict.Reason, verdict.Effect, verdict.Configuration)));
        Assert.All(RunVerdicts.Of(Cells.File()), verdict => Assert.Equal(Verdict.CannotTell, verdict.Verdict));
    }

    [Fact]
    public void A_run_that_ended_early_cannot_tell() => Unfit(
        VerdictRuns.Of(1.5, 1.5, 1.5) with { Complete = false }, VerdictReason.RunIncomplete);

    [Fact]
    public void A_single_round_cannot_tell() => Unfit(VerdictRuns.Of([[1.5], [1.5], [1.5]]), VerdictReason.TooFewRounds);

    [Fact]
    public void A_skipped_cell_cannot_tell()
    {
        ResultFile file = VerdictRuns.Of(1.5, 1.5, 1.5);

        Unfit(file with { Cells = file.Cells.SetItem(5, file.Cells[5] with { Rounds = [], MedianNs = null, Skipped = "no memory" }) }, VerdictReason.Skipped);
    }

    [Fact]
    public void A_cell_that_is_there_twice_cannot_tell()
    {
        ResultFile file = VerdictRuns.Of(1.5, 1.5, 1.5);

        Unfit(file with { Cells = file.Cells.Add(file.Cells[1]) }, VerdictReason.Repeated);
    }

    [Fact]
    public void Configurations_are_judged_apart()
    {
        ResultFile one = VerdictRuns.Of(1.2, 1.2, 1.2), two = VerdictRuns.Of(1.0, 1.0, 1.0);
        ResultFile both = one with { Cells = [.. one.Cells, .. two.Cells.Select(cell => cell with { Threads = 2 })] };

        // Of two as large, that which the file names first is shown; the other's ratios have no part in it.
        Assert.Equal((1, Verdict.Holds, 1.2), (G1(both).Configuration!.Threads, G1(both).Verdict, Math.Round(G1(both).Effect!.Median, 12)));
        ResultFile turned = both with { Cells = [.. both.Cells.Reverse()] };
        Assert.Equal((2, Verdict.NoEffect, 1.0), (G1(turned).Configuration!.Threads, G1(turned).Verdict, Math.Round(G1(turned).Effect!.Median, 12)));
    }

    private static void Unfit(ResultFile file, VerdictReason reason)
    {
        GuidelineVerdict verdict = G1(file);

        Assert.Equal((Verdict.CannotTell, reason), (verdict.Verdict, verdict.Reason));
        Assert.Equal(1.5, verdict.Effect!.Median, 2);
        Assert.Null(verdict.Effect.Interval);
        Assert.NotNull(verdict.Effect.WithoutInterval);
    }

    private static GuidelineVerdict G1(ResultFile file) => RunVerdicts.Of(file)[0];
}
