using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Kernels;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Kernels;

public sealed class KernelRatesTests
{
    private static readonly ImmutableDictionary<string, long> Caches =
        new Dictionary<string, long> { ["L1d"] = 1000, ["L2"] = 10_000, ["L3"] = 100_000 }.ToImmutableDictionary();

    [Fact]
    public void ManyMultiplyAddsAreBoundByTheirRate()
    {
        // 80,000 operations at 100 per ns take 800 ns, 8000 bytes at 50 per ns 160 ns.
        KernelRates rates = KernelRates.Of(new KernelWork(40_000, 7000, 1000), meanNs: 1000, Ceiling(threads: 1), Caches);

        Assert.Equal(new KernelRates(Gflops: 80, GBs: 8, PercentOfCeiling: 80, BoundBy: "FMA"), rates);
    }

    [Fact]
    public void FewMultiplyAddsAreBoundByTheNearestLevelThatHoldsTheData()
    {
        // 2000 operations take 20 ns; 8000 bytes do not fit L1 and take 160 ns at L2's 50 per ns.
        KernelRates rates = KernelRates.Of(new KernelWork(1000, 7000, 1000), meanNs: 320, Ceiling(threads: 1), Caches);

        Assert.Equal(new KernelRates(Gflops: 6.25, GBs: 25, PercentOfCeiling: 50, BoundBy: "L2"), rates);
    }

    [Theory]
    // The last cache is shared, so two threads have 50,000 bytes of it each; maps are split, parameters are not.
    [InlineData(1, 1000, 0, "L1")]
    [InlineData(1, 1001, 0, "L2")]
    [InlineData(2, 1001, 0, "L1")]
    [InlineData(2, 20_000, 0, "L2")]
    [InlineData(2, 19_000, 600, "L3")]
    [InlineData(1, 100_000, 0, "L3")]
    [InlineData(2, 100_001, 0, "L3")]
    [InlineData(2, 100_002, 0, "memory")]
    [InlineData(1, 100_001, 0, "memory")]
    public void TheLevelDependsOnAThreadsShare(int threads, long mapBytes, long parameterBytes, string level) =>
        Assert.Equal(level, KernelRates.Of(new KernelWork(0, mapBytes, parameterBytes), 1, Ceiling(threads), Caches).BoundBy);

    [Fact]
    public void AnElementwiseOperatorHasNoArithmeticRateButACeiling()
    {
        // 20,000 bytes at L3's 20 per ns take 1000 ns; faster than that is shown as it is.
        KernelRates rates = KernelRates.Of(new KernelWork(0, 20_000, 0), meanNs: 800, Ceiling(threads: 1), Caches);

        Assert.Equal(new KernelRates(Gflops: null, GBs: 25, PercentOfCeiling: 125, BoundBy: "L3"), rates);
    }

    [Fact]
    public void ALevelThatWasNotMeasuredIsPassedOver()
    {
        Ceiling ceiling = Ceiling(threads: 1);
        ceiling = ceiling with { BandwidthGBs = ceiling.BandwidthGBs.Remove("L2") };

        Assert.Equal("L3", KernelRates.Of(new KernelWork(0, 8000, 0), 1, ceiling, Caches).BoundBy);
    }

    [Fact]
    public void WithoutALevelThatHoldsTheDataThereIsNoCeiling()
    {
        Ceiling ceiling = Ceiling(threads: 1);
        ceiling = ceiling with { BandwidthGBs = ceiling.BandwidthGBs.Remove("memory") };

        KernelRates rates = KernelRates.Of(new KernelWork(500, 200_000, 0), meanNs: 100, ceiling, Caches);

        Assert.Equal(new KernelRates(Gflops: 10, GBs: 2000, PercentOfCeiling: null, BoundBy: null), rates);
    }

    private static Ceiling Ceiling(int threads) => new(
        "fake", threads, FmaGflops: 100,
        new Dictionary<string, double> { ["L1"] = 200, ["L2"] = 50, ["L3"] = 20, ["memory"] = 5 }
            .ToImmutableSortedDictionary(StringComparer.Ordinal),
        LaunchNs: null);
}
