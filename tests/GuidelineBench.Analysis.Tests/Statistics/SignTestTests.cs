using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class SignTestTests
{
    /// <summary>Tails of a fair coin: 2^-15; 16 / 2^15; 1 / 2 at least for half of the throws.</summary>
    [Theory]
    [InlineData(15, 0, 1.0 / 32768)]
    [InlineData(14, 1, 16.0 / 32768)]
    [InlineData(5, 0, 1.0 / 32)]
    [InlineData(3, 3, 42.0 / 64)]
    [InlineData(0, 4, 1)]
    public void P_values_are_tails_of_a_fair_coin(int beyond, int @short, double p) =>
        Assert.Equal(p, SignTest.PValue(beyond, @short, share: 1), 7);

    /// <summary>15 rounds worth half: 7 throws, 1 against counts as 1: (1 + 7) / 128.</summary>
    [Fact]
    public void Effective_rounds_are_rounded_against_the_claim() =>
        Assert.Equal(8.0 / 128, SignTest.PValue(14, 1, share: 0.5), 7);

    [Theory]
    [InlineData(15, 0.025, 3)]
    [InlineData(45, 0.00625, 13)]
    [InlineData(15, 0.00625, 2)]
    public void As_many_may_be_against_as_the_level_allows(int count, double level, int most) =>
        Assert.Equal(most, SignTest.MostAgainst(count, share: 1, level));

    [Fact]
    public void Five_rounds_cannot_reach_a_small_level() => Assert.Null(SignTest.MostAgainst(5, share: 1, level: 0.0125));
}
