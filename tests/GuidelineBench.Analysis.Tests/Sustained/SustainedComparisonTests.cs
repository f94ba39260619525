using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Sustained;

public class SustainedComparisonTests
{
    [Fact]
    public void The_end_is_compared_with_the_beginning()
    {
        ResultFile file = Cells.File(
            Cells.Cell("1:1", 100, [1.0]) with { Sustained = new SustainedTimes(100, 110) },
            Cells.Cell("1:2", 100, [1.0]) with { Sustained = new SustainedTimes(100, 130) },
            Cells.Cell("1:6", 100, [1.0]) with { Sustained = new SustainedTimes(100, 150) },
            Cells.Cell("1:12", 100, [1.0])) with
        { Sustained = new SustainedRun(600, 60, 6, 5) };

        SustainedComparison sustained = SustainedComparison.Of(file)!;

        Assert.Equal([1.1, 1.3, 1.5], sustained.Cells.Select(cell => cell.Ratio));
        Assert.Equal(1.3, sustained.MedianRatio);
        Assert.Equal(600, sustained.Run.Seconds);
    }

    [Fact]
    public void Any_other_run_has_nothing_to_compare()
    {
        Assert.Null(SustainedComparison.Of(Cells.File(Cells.Cell("1:1", 100, [1.0]))));
        Assert.Null(SustainedComparison.Of(Cells.File(Cells.Cell("1:1", 100, [1.0])) with { Sustained = new SustainedRun(600, 60, 6, 5) }));
    }
}
