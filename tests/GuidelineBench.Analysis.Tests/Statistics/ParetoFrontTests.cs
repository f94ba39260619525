using CsCheck;
using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Tests.Statistics;

public sealed class ParetoFrontTests
{
    /// <summary>By speed and error: b is beaten by a (faster, same error), e by d (same speed, less error), f by all of a, c and d.</summary>
    [Fact]
    public void What_another_beats_is_not_on_the_front() =>
        Assert.Equal("acdg", Front(('a', 100, 40), ('b', 90, 40), ('c', 80, 30), ('d', 50, 25), ('e', 50, 26), ('f', 40, 41), ('g', 10, 20)));

    /// <summary>On a grid so small that many are equal, in one respect or in both.</summary>
    [Fact]
    public void The_front_is_what_no_other_beats_by_falling_gain() => Property.Holds(
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 12],
        items =>
        {
            (int Gain, int Loss, int Index)[] all = [.. items.Select((item, index) => (item.Item1, item.Item2, index))];

            var front = ParetoFront.Of(all, item => item.Gain, item => item.Loss);

            Assert.Equal(
                all.Where(item => !all.Any(other => other.Gain >= item.Gain && other.Loss <= item.Loss && (other.Gain > item.Gain || other.Loss < item.Loss)))
                    .OrderBy(item => -item.Gain),
                front);
        });

    private static string Front(params (char Name, double Gain, double Loss)[] items) =>
        string.Concat(ParetoFront.Of(items, item => item.Gain, item => item.Loss).Select(item => item.Name));
}
