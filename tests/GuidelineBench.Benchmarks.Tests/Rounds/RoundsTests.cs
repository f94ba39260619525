using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

public sealed class RoundsTests : RunOfFourCells
{
    [Fact]
    public void EveryRoundVisitsAllCellsOnceInANewOrder()
    {
        var recorder = new Recorder();
        ResultFile file = Run(Request() with { Rounds = 3 }, recorder);

        string[] all = [.. recorder.Order[1].Order(StringComparer.Ordinal)];
        Assert.Equal(4, all.Distinct().Count());
        Assert.All(recorder.Order.Values, order => Assert.Equal(all, order.Order(StringComparer.Ordinal)));
        Assert.True(recorder.Order.Values.Select(order => string.Join(' ', order)).Distinct().Count() > 1);
        Assert.All(file.Cells, cell => Assert.Equal(3, cell.Rounds.Length));
        Assert.Equal([1, 2, 3], recorder.Finished);
        Assert.Equal((4, 1, 3), recorder.Outline);
        Assert.Equal([RunPhase.Preparing, RunPhase.Ceilings, RunPhase.Measuring], recorder.Phases);
        Assert.InRange(recorder.TimesLeft[^1].TotalMilliseconds, 0, 1);
    }

    [Fact]
    public void EachCellOfARoundIsTimedAsOftenAsTheOthers()
    {
        ResultFile file = Run(Request() with { Rounds = 2 });

        for (int round = 0; round < 2; round++)
            Assert.InRange(Assert.Single(file.Cells.Select(cell => cell.Rounds[round].Length).Distinct()), 1, 2);
    }

    [Fact]
    public void EachSampleLandsInItsOwnCell()
    {
        // A cell waits for half a millisecond for each channel of its input: no sample of its own can be shorter.
        var backend = new FakeBackend { Pass = graph => Waiting.For(ExpectedMs(graph.Input.Output.Channels)) };
        ResultFile file = Run(Request() with { Backends = [backend], Rounds = 2 });

        Assert.Equal([32, 22, 13, 9], file.Cells.Select(cell => cell.Channels[0]));
        Assert.All(file.Cells, cell => Assert.All(cell.Rounds.SelectMany(round => round),
            sample => Assert.True(sample >= 1e6 * ExpectedMs(cell.Channels[0]))));
        // The widest cell waits for 16 ms and the others for 11, 6.5 and 4.5 ms: in the wrong cell a sample of the
        // narrowest would be too short.
        static double ExpectedMs(int channels) => channels / 2.0;
    }

    [Fact]
    public void BothExecutionsAreCompiledAsNamedAndMeasuredInTheSameRounds()
    {
        var backend = new FakeBackend();
        var recorder = new Recorder();
        ResultFile file = Run(
            Request() with { Backends = [backend], Orders = [ExecutionOrder.Layer, ExecutionOrder.DepthFirst], Rows = ["1:1", "1:12"], Rounds = 2 }, recorder);

        ExecutionOrder[] orders = [ExecutionOrder.Layer, ExecutionOrder.Layer, ExecutionOrder.DepthFirst, ExecutionOrder.DepthFirst];
        Assert.Equal(orders, backend.Plans.Select(plan => plan.Options.Order));
        Assert.Equal(["layer", "layer", "depth-first", "depth-first"], file.Cells.Select(cell => cell.Execution));
        Assert.All(recorder.Order.Values, order => Assert.Equal(4, order.Distinct().Count()));
        Assert.All(file.Cells, cell => Assert.Equal(2, cell.Rounds.Length));
    }
}
