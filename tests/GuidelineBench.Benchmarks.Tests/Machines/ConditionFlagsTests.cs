using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class ConditionFlagsTests
{
    private static ConditionFacts Quiet { get; } = new(
        Threads: 2, Cores: 4, PhysicalCores: 4, Load: 0.5, Governor: "performance", IsVirtual: false, OnBattery: false);

    [Fact]
    public void NothingIsDoubtfulOnAQuietMachine() => Assert.Empty(ConditionFlags.AtStart(Quiet));

    [Fact]
    public void NothingIsDoubtfulAboutWhatIsUnknown() => Assert.Empty(ConditionFlags.AtStart(Quiet with { Load = null, Governor = null }));

    [Fact]
    public void LoadCountsPerCore()
    {
        Assert.Empty(ConditionFlags.AtStart(Quiet with { Load = 1.2 }));
        Assert.Single(ConditionFlags.AtStart(Quiet with { Load = 1.21 }));
    }

    [Fact]
    public void EachDoubtIsOneSentence()
    {
        Assert.Contains("2 threads share 1 physical cores", Assert.Single(ConditionFlags.AtStart(Quiet with { PhysicalCores = 1 })).Sentence, StringComparison.Ordinal);
        Assert.Contains("5 threads share 4 cores", Assert.Single(ConditionFlags.AtStart(Quiet with { Threads = 5 })).Sentence, StringComparison.Ordinal);
        Assert.Contains("powersave", Assert.Single(ConditionFlags.AtStart(Quiet with { Governor = "powersave" })).Sentence, StringComparison.Ordinal);
        Assert.Contains("battery", Assert.Single(ConditionFlags.AtStart(Quiet with { OnBattery = true })).Sentence, StringComparison.Ordinal);
        Assert.Contains("virtual machine", Assert.Single(ConditionFlags.AtStart(Quiet with { IsVirtual = true })).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.95, 1, null)]
    [InlineData(0.6, 1, "Other work took 40 % of the threads' time while cells were timed.")]
    [InlineData(1.9, 2, null)]
    [InlineData(1.0, 2, "Other work took 50 % of the threads' time while cells were timed.")]
    public void TimeLostToOtherWorkIsDoubtful(double cores, int threads, string? flag) =>
        Assert.Equal(flag, ConditionFlags.OfCoreShare(cores, threads).SingleOrDefault());

    [Fact]
    public void AClockThatVariesIsDoubtfulAboveThreePercent()
    {
        Assert.Empty(ConditionFlags.OfClocks([]));
        Assert.Empty(ConditionFlags.OfClocks([3000, 2912, 2950]));
        string flag = Assert.Single(ConditionFlags.OfClocks([3000, 2400, 2950]));
        Assert.Contains("20.0 %", flag, StringComparison.Ordinal);
        Assert.Contains("3000 to 2400 MHz", flag, StringComparison.Ordinal);
    }
}
