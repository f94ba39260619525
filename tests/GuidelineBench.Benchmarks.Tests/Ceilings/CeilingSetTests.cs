using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Ceilings;

public sealed class CeilingSetTests
{
    private static MachineInfo Machine { get; } = new() { Host = "h", Os = "o", Cpu = "c", Cores = 2, Isa = "i", Runtime = "r" };

    [Fact]
    public void RatesAreWorkOverTime()
    {
        using var ceilings = new CeilingSet([new FakeBackend()], 1, CoreSet.Any, Machine, 4L << 30, quick: true, []);
        ceilings.Measure();

        Ceiling ceiling = Assert.Single(ceilings.Best);
        // The fake's repetition takes 0.1 ms or more: 1000 multiply-adds are 0.02 GFLOP/s at most. Its triad moves twice
        // the bytes of its copy, and the better of both is kept.
        Assert.InRange(ceiling.FmaGflops, 0.0001, 0.02);
        Assert.Equal(["L1", "memory"], ceiling.BandwidthGBs.Keys);
        Assert.InRange(ceiling.BandwidthGBs["L1"], 1e-6, 2 * (16 << 10) / 1e5);
        Assert.True(ceiling.LaunchNs >= 1e5);
    }

    [Fact]
    public void ASampleIsNoMoreThanTheBestThatIsKept()
    {
        using var ceilings = new CeilingSet([new FakeBackend()], 2, CoreSet.Any, Machine, 0, quick: true, []);
        double[] samples = [.. Enumerable.Range(0, 3).Select(_ => ceilings.Sample()!.Value)];

        Assert.All(samples, sample => Assert.InRange(sample, 1e-6, 0.02));
        Assert.Equal([0, samples.Max()], ceilings.Best.Select(ceiling => ceiling.FmaGflops));
    }

    [Fact]
    public void WorkThatTakesTooLongIsSampledOnce()
    {
        using var ceilings = new CeilingSet([new FakeBackend { CeilingMilliseconds = 21 }], 1, CoreSet.Any, Machine, 0, quick: true, []);

        Assert.NotNull(ceilings.Sample());
        Assert.Null(ceilings.Sample());
    }

    [Fact]
    public void TheBetterOfStoredAndNewIsKept()
    {
        var stored = new Ceiling("fake", 1, FmaGflops: 1e6, ImmutableSortedDictionary<string, double>.Empty.Add("L1", 1e9), LaunchNs: 1);
        using var ceilings = new CeilingSet([new FakeBackend()], 1, CoreSet.Any, Machine, 0, quick: true, [stored]);
        ceilings.Measure();

        Ceiling best = Assert.Single(ceilings.Best);
        Assert.Equal(1e6, best.FmaGflops);
        Assert.Equal(1e9, best.BandwidthGBs["L1"]);
        Assert.Equal(1, best.LaunchNs);
    }
}
