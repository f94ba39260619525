using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class HolmTests
{
    /// <summary>Four statements at 5 %: 1.25 %, 1.67 %, 2.5 %, 5 % as long as they are shown.</summary>
    [Fact]
    public void Levels_grow_until_one_is_not_shown()
    {
        Assert.Equal([0.05 / 3, 0.05 / 4, 0.05 / 2, 0.05 / 2], Holm.Levels([0.016, 0.001, 0.03, 0.04], 0.05));
        Assert.Equal([0.05 / 4, 0.05 / 4, 0.05 / 4, 0.05 / 4], Holm.Levels([0.02, 0.013, 0.5, 0.04], 0.05));
    }

    [Fact]
    public void Nothing_has_no_levels() => Assert.Empty(Holm.Levels([], 0.05));
}
