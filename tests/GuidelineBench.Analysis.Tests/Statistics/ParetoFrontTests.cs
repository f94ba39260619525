using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class ParetoFrontTests
{
    /// <summary>By speed and error: b is beaten by a (faster, same error), e by d (same speed, less error), f by all of a, c and d.</summary>
    [Fact]
    public void What_another_beats_is_not_on_the_front() =>
        Assert.Equal("acdg", Front(('a', 100, 40), ('b', 90, 40), ('c', 80, 30), ('d', 50, 25), ('e', 50, 26), ('f', 40, 41), ('g', 10, 20)));

    [Fact]
    public void Equal_ones_stay_together() => Assert.Equal("bac", Front(('b', 10, 5), ('c', 5, 4), ('a', 10, 5)));

    [Fact]
    public void One_alone_is_the_front() => Assert.Equal("a", Front(('a', 1, 1)));

    private static string Front(params (char Name, double Gain, double Loss)[] items) =>
        string.Concat(ParetoFront.Of(items, item => item.Gain, item => item.Loss).Select(item => item.Name));
}
