using GuidelineBench.Cli.Progress;

namespace GuidelineBench.Cli.Tests.Progress;

public class DurationTextTests
{
    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(0, "0 s")]
    [InlineData(0.4, "0 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(59.6, "1 min 00 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(3599.6, "1 h 00 min")]
    [InlineData(3900, "1 h 05 min")]
    public void IsWhatAPersonWouldSay(double seconds, string expected) =>
        Assert.Equal(expected, DurationText.Of(TimeSpan.FromSeconds(seconds)));
}
