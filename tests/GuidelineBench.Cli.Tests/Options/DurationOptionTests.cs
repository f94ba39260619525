using GuidelineBench.Cli.Options;

namespace GuidelineBench.Cli.Tests.Options;

public class DurationOptionTests
{
    [Theory]
    [InlineData(600, "10m")]
    [InlineData(7200, "2h")]
    [InlineData(150, "150s")]
    [InlineData(5400, "90m")]
    public void TimesAreWrittenInTheLargestUnit(int seconds, string text) => Assert.Equal(text, DurationOption.Write(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("10")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("1m")]
    [InlineData("25h")]
    [InlineData("99999999999m")]
    [InlineData("")]
    public void OtherTextsAreRefused(string text)
    {
        string line = Invocation.Of("run", "--sustained", text).RefusedLine();
        Assert.Contains($"unusable time '{text}': --sustained; allowed: 2m to 24h", line, StringComparison.Ordinal);
    }

    [Fact]
    public void PausesDoNotGoWithASustainedRun() =>
        Assert.Contains("cannot go together: --cooldown and --sustained", Invocation.Of("run", "--sustained", "10m", "--cooldown", "5").RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void PausesHaveLimits() => Assert.Contains("1 to 3600", Invocation.Of("run", "--cooldown", "0").RefusedLine(), StringComparison.Ordinal);
}
