using GuidelineBench.Analysis.Histories;

namespace GuidelineBench.Analysis.Tests.Histories;

public sealed class StepDetectionTests
{
    /// <summary>Ten numbers between -1 and 1 without any order, for noise that is the same in each test.</summary>
    private static readonly double[] Noise = [0.3, -0.8, 0.5, -0.2, 0.9, -0.6, 0.1, -0.4, 0.7, -0.5];

    [Fact]
    public void A_step_is_found_at_its_first_run()
    {
        StepFindings found = StepDetection.Of(Series(40, i => i < 23 ? 100 : 108), rows: 51);

        Assert.Equal([23], found.Places);
        // Ten values of uniform noise of 0.5 %: their deviations have a median of 0.25 %.
        Assert.InRange(found.Noise!.Value, 0.002, 0.005);
        Assert.InRange(found.SmallestVisible!.Value, StepDetection.SmallestStep, 0.03);
    }

    [Fact]
    public void Up_and_down_again_are_two_steps() =>
        Assert.Equal([15, 30], StepDetection.Of(Series(45, i => i is >= 15 and < 30 ? 120 : 100), rows: 51).Places);

    [Fact]
    public void Noise_alone_is_none() => Assert.Empty(StepDetection.Of(Series(40, _ => 100), rows: 51).Places);

    [Fact]
    public void Equal_values_are_none() => Assert.Empty(StepDetection.Of([.. Enumerable.Repeat(3.5, 30)], rows: 51).Places);

    [Fact]
    public void Outliers_are_none_even_in_a_row() =>
        Assert.Empty(StepDetection.Of(Series(40, i => i is 7 or 20 or 22 or 23 ? 150 : 100), rows: 51).Places);

    [Fact]
    public void A_step_smaller_than_what_is_looked_for_is_none() =>
        Assert.Empty(StepDetection.Of([.. Enumerable.Repeat(100.0, 20), .. Enumerable.Repeat(101.0, 20)], rows: 1).Places);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(9)]
    public void Of_too_few_runs_nothing_is_claimed(int runs)
    {
        StepFindings found = StepDetection.Of(Series(runs, i => i < runs / 2 ? 100 : 200), rows: 51);

        Assert.Empty(found.Places);
        Assert.Null(found.Noise);
        Assert.Null(found.SmallestVisible);
    }

    [Fact]
    public void Of_ten_runs_a_step_of_two_times_is_claimed() =>
        Assert.Equal([5], StepDetection.Of(Series(10, i => i < 5 ? 100 : 200), rows: 51).Places);

    private static double[] Series(int runs, Func<int, double> level) =>
        [.. Enumerable.Range(0, runs).Select(i => level(i) * (1 + 0.005 * Noise[i * 7 % 10]))];
}
