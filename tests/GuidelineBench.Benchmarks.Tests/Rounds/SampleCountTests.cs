using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Backends;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class SampleCountTests
{
    /// <summary>A hundred cells of 10 ms: a round of n samples is planned to take 0.5 + (1 + n) seconds.</summary>
    private static MeasuredCell[] Cells { get; } = Make();

    [Theory]
    [InlineData(false, 1, 10, 5)]
    [InlineData(false, 1, 6.6, 5)]
    [InlineData(false, 1, 6.4, 4)]
    [InlineData(false, 2, 10, 3)]
    [InlineData(false, 1, 1, 2)]
    [InlineData(true, 1, 5, 2)]
    [InlineData(true, 2, 5, 1)]
    [InlineData(true, 9, 5, 1)]
    public void AsManyAsFitButNotTooFew(bool quick, double stretch, double roundSeconds, int samples) =>
        Assert.Equal(samples, SampleCount.Of(Cells, quick, stretch, roundSeconds));

    private static MeasuredCell[] Make()
    {
        var request = new RunRequest { Backend = new FakeBackend(), OutputFolder = "." };
        CellDefinition definition = CellSelection.Of(request)[0];
        var plan = new FakePlan(definition.Experiment.Graph, definition.Options, () => { }, output: 0);
        return [.. Enumerable.Range(0, 100).Select(index => new MeasuredCell(index, definition, plan, passNs: 2e6, passesPerIteration: 5))];
    }
}
