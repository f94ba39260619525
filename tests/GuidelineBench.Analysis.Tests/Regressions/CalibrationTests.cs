using System.Collections.Immutable;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Regressions;

public class CalibrationTests
{
    [Fact]
    public void Runs_are_kept_in_the_order_of_the_files_cells()
    {
        ResultFile baseline = GateRuns.Run(GateRuns.Row(0), GateRuns.Row(1), GateRuns.Row(2));
        ResultFile run = GateRuns.Run(GateRuns.Row(2, 1300), GateRuns.Row(0, 1100)) with { Ceilings = [] };
        NoiseRun noise = Assert.Single(Calibration.Of(baseline, [run]).Noise);
        Assert.Equal([1100, null, 1300], noise.FastestNs.Select(ns => ns is { } value ? Math.Round(value, 6) : (double?)null));
        Assert.Equal([null], noise.FmaGflops);
        Assert.Equal(run.StartedUtc, noise.StartedUtc);
    }

    [Fact]
    public void A_new_calibration_takes_the_place_of_an_old_one()
    {
        ResultFile baseline = GateRuns.Rows(9);
        ResultFile calibrated = Calibration.Of(baseline, [baseline, baseline]);
        Assert.Single(Calibration.Of(calibrated, [baseline]).Noise);
        Assert.Equal(baseline.Cells, calibrated.Cells);
    }

    /// <summary>
    /// One row of nine that a run of five has 10 % above the others: its variance ln(1.1)^2 x 4 / 5 over 4 degrees of freedom;
    /// a ninth of that is the mean of all rows, drawn in with 4 degrees of freedom.
    /// </summary>
    [Fact]
    public void The_envelope_is_wide_where_runs_differ()
    {
        ResultFile baseline = GateRuns.Rows(9), other = GateRuns.Rows(9, row => GateRuns.Slower(row, 1.1));
        ImmutableArray<RowEnvelope> rows = RowEnvelope.Of(Calibration.Of(baseline, [baseline, baseline, baseline, other]), new GateTerms());
        double variance = Math.Log(1.1) * Math.Log(1.1) * 4 / 5 / 4;
        Assert.Equal(Math.Exp(Math.Sqrt((variance + variance / 9) / 2)), rows[0].Spread!.Value, 6);
        Assert.Equal(Math.Exp(Math.Sqrt(variance / 9 / 2)), rows[1].Spread!.Value, 6);
        Assert.True(rows[0].VisibleInThreeRuns > rows[1].VisibleInThreeRuns);
        Assert.True(rows[1].VisibleInThreeRuns < rows[1].VisibleInOneRun);
    }

    /// <summary>One run of few rounds may be disturbed as a whole; blocks are spread over it.</summary>
    [Fact]
    public void Blocks_show_in_one_run_what_few_rounds_do_not()
    {
        ResultFile rounds = GateRuns.Rows(9);
        ResultFile blocks = rounds with
        {
            Cells = [.. rounds.Cells.Select(cell => cell with { Blocks = [.. Enumerable.Repeat(new BlockTime(1000, 1000, 5), 6)] })],
        };

        Assert.InRange(Visible(rounds), 1.25, 2);
        Assert.InRange(Visible(blocks), 1, 1.1);

        static double Visible(ResultFile baseline) => RowEnvelope.Of(Calibration.Of(baseline, [baseline, baseline, baseline]), new GateTerms())[0].VisibleInOneRun!.Value;
    }

    [Fact]
    public void A_row_without_a_time_has_no_envelope()
    {
        ResultFile baseline = GateRuns.Rows(9, row => row with { Rounds = [], MedianNs = null, Skipped = "why" });
        Assert.Null(RowEnvelope.Of(Calibration.Of(baseline, [baseline]), new GateTerms())[0].Spread);
    }
}
