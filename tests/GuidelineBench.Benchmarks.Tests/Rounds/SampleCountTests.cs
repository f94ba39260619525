using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Backends;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class SampleCountTests
{
    /// <summary>A hundred cells of 10 ms: a round of n samples is planned to take 0.5 + (1 + n) seconds.</summary>
    private static MeasuredCell[] Cells { get; } = Make();

    [Theory]
    [InlineData(false, 1, 10, 5)]
    [InlineData(false, 1, 7.0, 5)]
    [InlineData(false, 1, 6.8, 4)]
    [InlineData(false, 2, 10, 3)]
    [InlineData(false, 1, 1, 2)]
    [InlineData(true, 1, 5, 2)]
    [InlineData(true, 2, 5, 1)]
    [InlineData(true, 9, 5, 1)]
    public void AsManyAsFitButNotTooFew(bool quick, double stretch, double roundSeconds, int samples) =>
        Assert.Equal(samples, SampleCount.Of(Cells, quick, stretch, roundSeconds));

    [Theory]
    [InlineData(2, 5, 5, 5)]
    [InlineData(100, 1, 5, 5)]
    [InlineData(101, 1, 5, 4)]
    [InlineData(240, 1, 5, 2)]
    [InlineData(240, 1, 1, 1)]
    [InlineData(300, 1, 5, 1)]
    [InlineData(9000, 1, 5, 1)]
    public void ASlowCellTakesFewerSamplesAndAtLeastOne(double passMs, int passes, int samples, int expected) =>
        Assert.Equal(expected, SampleCount.OfCell(Cell(0, passMs, passes), samples));

    [Fact]
    public void ARoundOfASlowCellTakesAWarmUpAndOneSample() =>
        Assert.InRange(SampleCount.CellSeconds(Cell(0, passMs: 400, passes: 1), SampleCount.Most), 0.8, 0.81);

    private static MeasuredCell[] Make() => [.. Enumerable.Range(0, 100).Select(index => Cell(index, passMs: 2, passes: 5))];

    private static MeasuredCell Cell(int index, double passMs, int passes)
    {
        CellDefinition definition = CellSelection.Of(new RunSpecification { Backends = [new FakeBackend()] })[0];
        var plan = new FakePlan(definition.Subject.Graph, definition.Options, () => { }, output: 0);
        return new MeasuredCell(index, definition, new CellPlan(plan, isKept: true, () => plan), passMs * 1e6, passes);
    }
}
