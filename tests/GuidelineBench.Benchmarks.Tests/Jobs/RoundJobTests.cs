using GuidelineBench.Benchmarks.Cells;

namespace GuidelineBench.Benchmarks.Tests.Jobs;

public sealed class RoundJobTests
{
    [Theory]
    [InlineData(1e6, false, 10)]
    [InlineData(3e6, false, 4)]
    [InlineData(10e6, false, 1)]
    [InlineData(25e6, false, 1)]
    [InlineData(1e6, true, 5)]
    [InlineData(2e6, true, 3)]
    public void ASampleLastsTenMillisecondsOrOnePass(double passNs, bool quick, int passes) =>
        Assert.Equal(passes, Pilot.PassesPerIteration(passNs, quick));
}
