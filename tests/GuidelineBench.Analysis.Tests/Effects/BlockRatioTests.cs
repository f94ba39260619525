using CsCheck;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Effects;

public sealed class BlockRatioTests
{
    [Fact]
    public void Floors_are_compared_per_multiply_add()
    {
        BlockRatio ratio = BlockRatio.Of(Cell(20, 220, 220, 220, 220), Cell(10, 100, 100, 100, 100))!.Value;

        Assert.Equal(1.1, ratio.Ratio, 12);
        Assert.Equal(4, ratio.Blocks);
    }

    /// <summary>Three blocks of six are slow in both rows together, and say something else of their ratio.</summary>
    [Fact]
    public void Blocks_that_something_slowed_do_not_count()
    {
        BlockRatio ratio = BlockRatio.Of(Cell(1, 110, 300, 110, 400, 110, 500), Cell(1, 100, 200, 100, 200, 100, 200))!.Value;

        Assert.Equal(1.1, ratio.Ratio, 12);
    }

    [Fact]
    public void Blocks_that_nothing_slowed_all_count()
    {
        // All within 2 % of the lowest: the mean of the logarithms of 1.00, 1.00, 1.01 and 1.01.
        BlockRatio ratio = BlockRatio.Of(Cell(1, 100, 100, 101, 101), Cell(1, 100, 100, 100, 100))!.Value;

        Assert.Equal(Math.Sqrt(1.01), ratio.Ratio, 12);
    }

    /// <summary>By hand: logarithms 0, 0, d, d with d = ln 1.01 have a variance of d^2 / 3, so of d^2 / 12 for the mean of four.</summary>
    [Fact]
    public void The_error_holds_what_blocks_and_what_starts_differ_by()
    {
        BlockRatio ratio = BlockRatio.Of(Cell(1, 100, 100, 101, 101), Cell(1, 100, 100, 100, 100))!.Value;

        double own = Math.Pow(Math.Log(1.01), 2) / 12, starts = Math.Pow(0.003, 2);
        Assert.Equal(Math.Sqrt(own + starts), ratio.StandardError, 12);
        Assert.Equal(3 * Math.Pow((own + starts) / own, 2), ratio.Degrees, 9);
    }

    [Fact]
    public void Three_blocks_are_too_few() => Assert.Null(BlockRatio.Of(Cell(1, 1, 1, 1), Cell(1, 1, 1, 1)));

    [Fact]
    public void The_mean_of_scales_is_known_better_than_each()
    {
        BlockRatio one = BlockRatio.Of(Cell(1, 100, 102, 101, 101), Cell(1, 100, 100, 100, 100))!.Value;
        var three = BlockRatio.Mean([one, one, one]);

        Assert.Equal(one.Ratio, three.Ratio, 12);
        Assert.Equal(one.StandardError / Math.Sqrt(3), three.StandardError, 12);
        Assert.Equal(3 * one.Degrees, three.Degrees, 9);
    }

    /// <summary>Student's t with 9 degrees of freedom leaves 2.5 % above 2.2622 [Abramowitz1964, Table 26.10].</summary>
    [Fact]
    public void The_interval_is_students() =>
        Assert.Equal(Math.Exp(0.01 * 2.2622), new BlockRatio(0, 0.01, 9, 10).IntervalAt(0.05).Upper, 5);

    [Fact]
    public void Medians_are_of_the_passes_that_other_load_slowed()
    {
        CellResult cell = Cell(1, 100, 100, 100, 100), slowed = cell with { Blocks = [.. cell.Blocks.Select(block => block with { MedianNs = 150 })] };

        Assert.Equal(1.5, BlockRatio.OfMedians(slowed, cell)!.Value, 12);
        Assert.Null(BlockRatio.OfMedians(cell with { Blocks = [] }, cell));
    }

    /// <summary>Whichever cell is compared with the other, the same blocks count.</summary>
    [Fact]
    public void The_other_way_round_the_ratio_is_the_inverse_and_known_as_well() => Property.Holds(Pairs, pair =>
    {
        (CellResult cell, CellResult baseline) = CellsOf(pair);
        BlockRatio ratio = BlockRatio.Of(cell, baseline)!.Value, inverse = BlockRatio.Of(baseline, cell)!.Value;

        Assert.Equal(ratio with { LogRatio = -ratio.LogRatio }, inverse);
        Assert.Equal(1 / ratio.IntervalAt(0.05).Upper, inverse.IntervalAt(0.05).Lower, 1e-9);
        Assert.Equal(ratio.PAbove(1.05), inverse.PBelow(1 / 1.05), 1e-9);
    });

    /// <summary>A slower clock, and a cell that does its work several times, change what is known of the ratio by nothing else.</summary>
    [Fact]
    public void Times_are_relative_and_work_divides_them() => Property.Holds(Gen.Select(Pairs, Gen.Double[0.1, 10], Gen.Int[1, 9]), input =>
    {
        (var pair, double clock, int times) = input;
        (CellResult cell, CellResult baseline) = CellsOf(pair);
        BlockRatio ratio = BlockRatio.Of(cell, baseline)!.Value;

        Near(ratio, BlockRatio.Of(Slowed(cell, clock), Slowed(baseline, clock))!.Value);
        Near(
            ratio with { LogRatio = ratio.LogRatio + Math.Log(clock) - Math.Log(times) },
            BlockRatio.Of(Slowed(cell, clock) with { MultiplyAdds = cell.MultiplyAdds * times }, baseline)!.Value);
    });

    [Fact]
    public void It_lies_between_the_blocks_and_their_order_says_nothing() => Property.Holds(Pairs, pair =>
    {
        (CellResult cell, CellResult baseline) = CellsOf(pair);
        double[] ratios = [.. cell.Blocks.Zip(baseline.Blocks, (own, other) => own.FloorNs / other.FloorNs)];

        BlockRatio ratio = BlockRatio.Of(cell, baseline)!.Value;

        Assert.InRange(ratio.Ratio, ratios.Min() * (1 - 1e-12), ratios.Max() * (1 + 1e-12));
        Near(ratio, BlockRatio.Of(Reversed(cell), Reversed(baseline))!.Value);

        static CellResult Reversed(CellResult cell) => cell with { Blocks = [.. cell.Blocks.Reverse()] };
    });

    /// <summary>Floors of two cells in the same blocks, ns; some blocks are disturbed, some are not.</summary>
    private static Gen<(double, double)[]> Pairs => Gen.Select(Gen.Double[100, 104], Gen.Double[1, 1.5], Gen.Double[0.9, 1.1])
        .Select((floor, slow, ratio) => (floor * slow * ratio, floor * slow)).Array[BlockRatio.FewestBlocks, 12];

    private static (CellResult Cell, CellResult Baseline) CellsOf((double, double)[] pairs) =>
        (Cell(1000, [.. pairs.Select(pair => pair.Item1)]), Cell(1000, [.. pairs.Select(pair => pair.Item2)]));

    private static CellResult Slowed(CellResult cell, double factor) =>
        cell with { Blocks = [.. cell.Blocks.Select(block => block with { FloorNs = block.FloorNs * factor })] };

    private static void Near(BlockRatio expected, BlockRatio actual)
    {
        Assert.Equal(expected.LogRatio, actual.LogRatio, 1e-9);
        Assert.Equal(expected.StandardError, actual.StandardError, 1e-9);
        Assert.Equal(expected.Degrees, actual.Degrees, 1e-6 * expected.Degrees);
        Assert.Equal(expected.Blocks, actual.Blocks);
    }

    private static CellResult Cell(long multiplyAdds, params double[] floors) =>
        Cells.Cell("1:1", multiplyAdds) with { Blocks = [.. floors.Select(ns => new BlockTime(ns, ns, 10))] };
}
