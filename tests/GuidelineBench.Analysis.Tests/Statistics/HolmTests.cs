using CsCheck;
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

    /// <summary>
    /// By [Marcus1976], of which Holm's procedure is the short form: a statement is shown where every set of statements that it is in
    /// is shown by Bonferroni, which is where the strongest of the set lies below the level over its size.
    /// </summary>
    [Fact]
    public void What_is_shown_is_what_every_set_of_statements_shows() => Property.Holds(
        // No product of such a value and a size of a set is 5 % itself, where rounding would decide.
        Gen.Int[0, 200].Select(share => share / 997.0).Array[0, 8],
        pValues =>
        {
            var levels = Holm.Levels(pValues, 0.05);

            bool[] shown = [.. pValues.Select((_, statement) => Sets(pValues, statement).All(set => set.Min() <= 0.05 / set.Length))];
            Assert.Equal(shown, pValues.Zip(levels, (p, level) => p <= level));
            int left = shown.Count(isShown => !isShown);
            Assert.All(levels.Where((_, statement) => !shown[statement]), level => Assert.Equal(0.05 / left, level));
            Assert.Equal(
                Enumerable.Range(left + 1, shown.Length - left).Select(size => 0.05 / size).Order(), levels.Where((_, statement) => shown[statement]).Order());
        });

    private static IEnumerable<double[]> Sets(double[] pValues, int statement) =>
        from members in Enumerable.Range(0, 1 << pValues.Length)
        where (members >> statement & 1) == 1
        select pValues.Where((_, other) => (members >> other & 1) == 1).ToArray();
}
