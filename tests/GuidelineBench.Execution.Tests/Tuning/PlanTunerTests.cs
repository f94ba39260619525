using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Execution.Tests.Tuning;

public sealed class PlanTunerTests
{
    private static readonly ImmutableArray<PlanChoices> Candidates =
    [
        new(["wide:9", "wide:9"]),
        new(["wide:6", "wide:6"]),
        new(["tall:9", "tall:9"]),
        new(["tall:6", "tall:6"]),
    ];

    [Fact]
    public void EveryOperatorTakesWhatWasFastestInTheBestLayout() =>
        Assert.Equal("tall:6 tall:9", Best([100, 100], [90, 110], [100, 70], [80, 100]));

    /// <summary>The fastest operators of two layouts cannot be combined: 90 + 70 is not to be had.</summary>
    [Fact]
    public void LayoutsAreNotMixed() =>
        Assert.Equal("wide:6 wide:9", Best([100, 100], [50, 110], [120, 70], [110, 100]));

    [Theory]
    [InlineData(99, "wide:9 wide:9")]
    [InlineData(97, "wide:6 wide:9")]
    public void SmallGainsLeaveTheUsualChoice(double nanoseconds, string expected) =>
        Assert.Equal(expected, Best([100, 100], [nanoseconds, 100], [200, 200], [200, 200]));

    [Theory]
    [InlineData(99, "wide:9 wide:9")]
    [InlineData(97, "tall:9 tall:9")]
    public void SmallGainsLeaveTheUsualLayout(double nanoseconds, string expected) =>
        Assert.Equal(expected, Best([100, 100], [100, 100], [nanoseconds, nanoseconds], [200, 200]));

    private static string Best(params double[][] nanoseconds) =>
        string.Join(' ', PlanTuner.Best(Candidates, nanoseconds).Operators);
}
