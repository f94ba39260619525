using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Cells;

public sealed class CellNumbersTests
{
    private static CellResult Cell { get; } = new()
    {
        Experiment = "table1",
        Row = "1:1",
        Backend = "fake",
        Threads = 1,
        Batch = 2,
        Variant = "fused",
        MultiplyAdds = 1000,
        MemoryAccess = 10,
        MemoryAccessBound = 10,
        // Medians 200, 400 and 550; their median is 400, that of all samples 350.
        Rounds = [[100, 300, 200], [400], [600, 500]],
    };

    [Fact]
    public void RatesFollowFromTheMedianOfTheRoundsMedians()
    {
        CellResult derived = CellNumbers.Derive(Cell, fmaGflops: 8, byRound: [5, null, 4]);

        Assert.Equal(400, derived.MedianNs!.Value, 1e-9);
        Assert.Equal(5e6, derived.ImagesPerSecond!.Value, 1e-3);
        Assert.Equal(2.5e6, derived.BatchesPerSecond!.Value, 1e-3);
        // 2 operations x 1000 multiply-adds x 2 images in 400 ns.
        Assert.Equal(10, derived.Gflops!.Value, 1e-9);
        // Above the ceiling, and shown so.
        Assert.Equal(125, derived.PercentOfPeak!.Value, 1e-9);
        // 20 and 4000 / 550 GFLOP/s in the rounds that have a peak: 400 % of 5 and 181.8 % of 4.
        Assert.Equal((400 + 100 * 4000.0 / 550 / 4) / 2, derived.PercentOfRoundPeak!.Value, 1e-9);
    }

    [Fact]
    public void WithoutACeilingThereIsNoPercentage() => Assert.Null(CellNumbers.Derive(Cell, fmaGflops: null, byRound: []).PercentOfPeak);

    [Fact]
    public void WithoutAPeakInAnyRoundThereIsNoPercentageOfIt() => Assert.Null(CellNumbers.Derive(Cell, 8, [null, null, null]).PercentOfRoundPeak);

    [Fact]
    public void ASkippedCellHasNoNumbers()
    {
        CellResult derived = CellNumbers.Derive(CellNumbers.Derive(Cell, 8, [5, 5, 5]) with { Skipped = "why" }, 8, [5, 5, 5]);

        Assert.Empty(derived.Rounds);
        Assert.Null(derived.MedianNs);
        Assert.Null(derived.Gflops);
        Assert.Null(derived.PercentOfPeak);
        Assert.Null(derived.PercentOfRoundPeak);
        Assert.Null(derived.ImagesPerSecond);
        Assert.Null(derived.BatchesPerSecond);
    }

    [Fact]
    public void ACellWithoutRoundsHasNoNumbers() => Assert.Null(CellNumbers.Derive(Cell with { Rounds = [] }, 8, []).MedianNs);
}
