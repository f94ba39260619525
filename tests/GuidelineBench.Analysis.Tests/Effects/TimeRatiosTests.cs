using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Effects;

public sealed class TimeRatiosTests
{
    [Fact]
    public void Rounds_are_compared_one_by_one_per_multiply_add()
    {
        // Medians of the rounds per multiply-add: 2, 4, 1, 2, 3 ns against 1, 4, 0.5, 4, 2 ns: ratios 2, 1, 2, 0.5, 1.5.
        CellResult cell = Cells.Cell("1:2", 50, [100, 90, 700], [200], [50], [100, 100], [150]);
        CellResult baseline = Cells.Cell("1:1", 100, [100], [400], [50], [400], [200, 100, 900]);

        RatioEstimate estimate = Assert.IsType<RatioEstimate>(TimeRatios.Of(cell, baseline, complete: true));

        Assert.Equal(1.5, estimate.Median, 12);
        Assert.Equal(5, estimate.Rounds);
        Interval interval = Assert.NotNull(estimate.Interval);
        Assert.Equal(0.5, interval.Lower, 12);
        Assert.Equal(2, interval.Upper, 12);
        Assert.Null(estimate.WithoutInterval);
    }

    [Fact]
    public void The_batch_does_not_change_the_time_per_multiply_add()
    {
        CellResult one = Cells.Cell("1:2", 50, [100]);
        CellResult four = Cells.Cell("1:2", 50, [400]) with { Batch = 4 };

        Assert.Equal(1, TimeRatios.Of(four, one, complete: true)!.Median, 12);
    }

    [Fact]
    public void A_single_round_gives_a_ratio_without_interval()
    {
        RatioEstimate estimate = TimeRatios.Of(Cells.Cell("1:2", 10, [30]), Cells.Cell("1:1", 10, [20]), complete: true)!;

        Assert.Equal(1.5, estimate.Median, 12);
        Assert.Null(estimate.Interval);
        Assert.Equal(NoInterval.TooFewRounds, estimate.WithoutInterval);
    }

    [Fact]
    public void An_incomplete_run_gives_a_ratio_without_interval()
    {
        double[][] rounds = [[10], [10], [10], [10], [10], [10]];

        RatioEstimate estimate = TimeRatios.Of(Cells.Cell("1:2", 10, rounds), Cells.Cell("1:1", 10, rounds), complete: false)!;

        Assert.Equal(1, estimate.Median, 12);
        Assert.Null(estimate.Interval);
        Assert.Equal(NoInterval.RunIncomplete, estimate.WithoutInterval);
    }

    [Fact]
    public void Only_rounds_with_both_cells_count()
    {
        RatioEstimate estimate = TimeRatios.Of(
            Cells.Cell("1:2", 10, [], [30], [40]), Cells.Cell("1:1", 10, [10], [10]), complete: true)!;

        Assert.Equal(1, estimate.Rounds);
        Assert.Equal(3, estimate.Median, 12);
    }

    [Fact]
    public void Samples_that_are_no_times_give_no_ratio() =>
        Assert.Null(TimeRatios.Of(Cells.Cell("1:2", 1, [1e308]), Cells.Cell("1:1", 1, [1e-308]), complete: true));

    [Fact]
    public void Cells_without_samples_or_work_have_no_ratio()
    {
        Assert.Null(TimeRatios.Of(Cells.Cell("1:2", 10), Cells.Cell("1:1", 10, [10]), complete: true));
        Assert.Null(TimeRatios.Of(Cells.Cell("1:2", 0, [10]), Cells.Cell("1:1", 10, [10]), complete: true));
    }
}
