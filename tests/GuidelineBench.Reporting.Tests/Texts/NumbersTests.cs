using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Tests.Texts;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1.00")]
    [InlineData(0.98765, "0.988")]
    [InlineData(9.996, "10.0")]
    [InlineData(99.95, "100")]
    [InlineData(1234.5, "1\u202F230")]
    [InlineData(1027600000, "1\u202F030\u202F000\u202F000")]
    [InlineData(0.001234, "0.00123")]
    [InlineData(2.4e-7, "2.40\u202F×\u202F10⁻⁷")]
    [InlineData(-0.5, "-0.500")]
    [InlineData(double.NaN, "–")]
    public void Three_significant_digits(double value, string text) => Assert.Equal(text, Numbers.Significant(value));

    [Fact]
    public void Ratios_have_an_x_and_intervals_brackets()
    {
        Assert.Equal("1.07x", Numbers.Ratio(1.0701));
        Assert.Equal("1.07x [1.05, 1.09]", Numbers.Estimate(new RatioEstimate(1.07, new Interval(1.05, 1.09, 0.95), 15, null)));
        Assert.Equal("1.07x", Numbers.Estimate(new RatioEstimate(1.07, null, 1, NoInterval.TooFewRounds)));
        Assert.Equal("–", Numbers.Estimate(null));
    }

    [Theory]
    [InlineData(76.2, ChannelSetting.Cpu, "76.2")]
    [InlineData(5.0, ChannelSetting.Cpu, "5.0")]
    [InlineData(2451.0, ChannelSetting.Gpu, "2\u202F451")]
    [InlineData(null, ChannelSetting.Gpu, "–")]
    public void The_papers_figures_keep_their_digits(double? value, ChannelSetting device, string text) =>
        Assert.Equal(text, Numbers.Printed(value, device));

    [Fact]
    public void Units_follow_their_numbers()
    {
        Assert.Equal("93.4\u202F%", Numbers.Percent(93.41));
        Assert.Equal("24.6\u00A0GB/s", Numbers.WithUnit(24.61, "GB/s"));
        Assert.Equal("32.0\u00A0KiB", Numbers.Bytes(32 << 10));
        Assert.Equal("1.50\u00A0GiB", Numbers.Bytes(3L << 29));
        Assert.Equal("1 round", Numbers.Of(1, "round"));
        Assert.Equal("1\u202F500 rounds", Numbers.Of(1500, "round"));
        Assert.Equal("4 May 2026, 01:02 UTC", Numbers.Date(new DateTimeOffset(2026, 5, 4, 3, 2, 1, TimeSpan.FromHours(2))));
    }
}
