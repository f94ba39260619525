using GuidelineBench.Analysis.Networks;

namespace GuidelineBench.Analysis.Tests.Networks;

public sealed class GroupComparisonTests
{
    /// <summary>Level 40: errors 39.7, 49.4, 43.2, 58.6 and 44.9 percent in the paper, phone 57.0, 36.4, 56.8, 39.7 and 52.9.</summary>
    private static readonly GroupComparison Level40 = GroupComparison.Of(
        NetworkCells.Run(
            NetworkCells.Cell("shufflenet_v2_0.5x", 900, 40_000_000),
            NetworkCells.Cell("mobilenet_v1_0.25", 1200, 41_000_000),
            NetworkCells.Cell("shufflenet_v1_0.5x_g3", 800, 38_000_000),
            NetworkCells.Cell("densenet_0.5x", 500, 42_000_000),
            NetworkCells.Cell("light_xception_0.5x", 1000, 39_700_000)),
        "table8")!;

    [Fact]
    public void All_rows_of_the_table_are_there_measured_or_not()
    {
        Assert.Equal(39, Level40.Rows.Length);
        Assert.Equal(5, Level40.Measured.Count());
        Assert.Equal([40, 140, 300, 500], Level40.Levels);
    }

    /// <summary>ShuffleNet v1 is slower than v2 and has more errors; so is DenseNet.</summary>
    [Fact]
    public void The_front_is_of_the_measured_speed_and_the_papers_error()
    {
        string[] expected = ["0.25 MobileNet v1", "Xception 0.5x (our impl.)", "ShuffleNet v2 0.5x (ours)"];

        Assert.Equal(expected, Level40.Front.Select(row => row.Paper.Model));
        Assert.Equal(expected, Level40.FrontAt(40).Select(row => row.Paper.Model));
        Assert.Empty(Level40.FrontAt(140));
    }

    /// <summary>
    /// Ranks here, fastest last: 3, 5, 2, 1, 4; on the phone 5, 1, 4, 2, 3; with fewer multiply-adds 3, 2, 5, 1, 4.
    /// Squared differences 4, 16, 4, 1, 1 and 0, 9, 9, 0, 0: 1 - 6 * 26 / 120 and 1 - 6 * 18 / 120.
    /// </summary>
    [Fact]
    public void Orders_are_compared_by_rank_correlation_over_all_and_by_level()
    {
        RankAgreement all = Level40.Agreements[0];

        Assert.Equal((null, 5), (all.Level, all.Networks));
        Assert.Equal(-0.3, all.Phone!.Value.Rho, 12);
        Assert.Equal(0.1, all.FewerMultiplyAdds!.Value.Rho, 12);
        Assert.Equal(all with { Level = 40 }, Level40.Agreements[1]);
        Assert.Equal(new RankAgreement(140, 0, null, null, null), Level40.Agreements[2]);
    }

    /// <summary>1200 x 41 over 500 x 42.</summary>
    [Fact]
    public void The_spread_at_equal_work_is_of_multiply_adds_per_second()
    {
        LevelSpread spread = Assert.Single(LevelSpread.Of(Level40));

        Assert.Equal((40, "0.25 MobileNet v1", "DenseNet 0.5x (our impl.)"), (spread.Level, spread.Fastest.Paper.Model, spread.Slowest.Paper.Model));
        Assert.Equal(49200.0 / 21000, spread.Ratio, 12);
    }

    [Fact]
    public void Two_rows_of_one_network_share_a_measurement_and_count_once()
    {
        GroupComparison comparison = GroupComparison.Of(NetworkCells.Run(NetworkCells.Cell("mobilenet_v2_1.0", 100)), "table8")!;

        Assert.Equal([28.0, 28.3], comparison.Measured.Select(row => row.Paper.Top1ErrorPercent!.Value));
        Assert.Single(comparison.Networks);
        Assert.Equal("1.0 MobileNet v2", Assert.Single(comparison.Front).Paper.Model);
    }

    [Fact]
    public void A_run_without_the_groups_networks_has_no_comparison()
    {
        Assert.Null(GroupComparison.Of(NetworkCells.Run(NetworkCells.Cell("unknown", 100)), "table8"));
        Assert.Null(GroupComparison.Of(NetworkCells.Run(NetworkCells.Cell("mobilenet_v2_1.0", null)), "table8"));
        Assert.Null(GroupComparison.Of(NetworkCells.Run(NetworkCells.Cell("mobilenet_v2_1.0", 100)), "no group"));
    }

    /// <summary>AlexNet at 50, ShuffleNet v1 0.5x at 800 images/s: 16 times, by 720 / 40 multiply-adds 18 times; the phone 184.0 / 15.2 ms.</summary>
    [Fact]
    public void Speed_is_relative_to_one_model_of_the_same_part()
    {
        GroupComparison comparison = GroupComparison.Of(
            NetworkCells.Run(NetworkCells.Cell("alexnet_2012", 50, 720), NetworkCells.Cell("shufflenet_v1_0.5x_g3", 800, 40)), "alexnet")!;

        RelativeSpeed[] speeds = [.. RelativeSpeed.Of(comparison, "AlexNet")];

        Assert.Equal(4, speeds.Length);
        Assert.Equal((16, 18, (double?)null), (speeds[0].Measured, speeds[0].FewerMultiplyAdds, speeds[0].Gpu));
        Assert.Equal(184.0 / 15.2, speeds[0].Phone!.Value, 12);
        Assert.Null(speeds[1].Measured);
    }

    [Fact]
    public void Networks_at_one_size_are_compared_at_that_size_alone()
    {
        GroupComparison comparison = GroupComparison.Of(
            NetworkCells.Run(
                NetworkCells.Cell("shufflenet_v2_1.0x@320x320", 100),
                NetworkCells.Cell("shufflenet_v1_1.0x_g3@320x320", 80),
                NetworkCells.Cell("shufflenet_v1_1.0x_g3@640x480", 20)),
            "appendix1a")!;

        RelativeSpeed speed = Assert.Single(RelativeSpeed.Of(comparison, "ShuffleNet v2"), speed => speed.Measured is not null);

        Assert.Equal(("320x320", 140, 0.8), (speed.Network.Paper.Block, speed.Network.Paper.Level, speed.Measured!.Value));
        Assert.Equal(11.4 / 12.5, speed.Phone!.Value, 12);
    }
}
