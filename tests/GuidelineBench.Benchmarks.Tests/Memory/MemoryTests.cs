using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Memory;

public sealed class MemoryTests
{
    private const long MiB = 1 << 20;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void ACellNeedsItsParametersTwiceAndTheMapsThatExistTogether(int batch)
    {
        MemoryNeed need = MemoryNeed.Of(Cell(Chain(channels: 16, side: 32, layers: 5), batch));

        // Five pointwise convolutions; the input stays, and one of them reads a map while it writes the next.
        Assert.Equal(4L * 5 * (16 * 16 + 16), need.ParameterBytes);
        Assert.Equal(4L * batch * 3 * 16 * 32 * 32, need.MapBytes);
        // Once packed and once as they were, with room to spare.
        Assert.InRange(need.Bytes, 2 * (need.ParameterBytes + need.MapBytes), 4 * (need.ParameterBytes + need.MapBytes));
        Assert.Equal(need.Bytes, need.PlanBytes + need.PreparationBytes);
    }

    [Fact]
    public void AMapIsNeededUntilItsLastReaderHasRun()
    {
        // The first map is added at the end, so it exists beside the input and two others.
        var graph = new GraphBuilder(new MapShape(16, 32, 32));
        int first = graph.Convolution(graph.Input, 16);
        int x = graph.ReLU(graph.Convolution(first, 16));
        graph.Sum(graph.Convolution(x, 16), first);

        Assert.Equal(4L * 4 * 16 * 32 * 32, MemoryNeed.Of(Cell(graph.Build("shortcut"))).MapBytes);
    }

    [Fact]
    public void ConcatenatedMapsAreNeededAsLongAsTheConcatenation()
    {
        // Two maps of 8 channels joined into 16 that are read at last; the joint map is no third one.
        var graph = new GraphBuilder(new MapShape(8, 32, 32));
        int joint = graph.Concatenation(graph.Convolution(graph.Input, 8), graph.Convolution(graph.Input, 8));
        graph.Convolution(graph.Shuffle(joint, 2), 8);

        Assert.Equal(4L * 4 * 8 * 32 * 32, MemoryNeed.Of(Cell(graph.Build("joint"))).MapBytes);
    }

    [Fact]
    public void PlansAreKeptWhereTheyFitInHalfOfTheFreeMemory()
    {
        ImmutableArray<CellDefinition> cells = [.. Enumerable.Repeat(Cell(Chain(channels: 1024, side: 4, layers: 4)), 10)];
        MemoryNeed need = MemoryNeed.Of(cells[0]);
        long together = 10 * need.PlanBytes + need.PreparationBytes;

        Assert.True(MemoryPlan.Of(cells, 2 * together).KeepsPlans);
        Assert.False(MemoryPlan.Of(cells, 2 * together - 2).KeepsPlans);
        Assert.False(MemoryPlan.Of(cells, need.Bytes).KeepsPlans);
    }

    [Fact]
    public void ACellThatDoesNotFitIsRefusedWithWhatItNeedsAndWhatIsFree()
    {
        CellDefinition small = Cell(Chain(channels: 8, side: 8, layers: 1));
        CellDefinition large = Cell(Chain(channels: 4096, side: 1, layers: 8), batch: 2);
        long needed = MemoryNeed.Of(large).Bytes;

        var error = Assert.Throws<NotEnoughMemoryException>(() => MemoryPlan.Of([small, large, small], 100 * MiB));

        // 8 layers of 4096 x 4096 weights are 512 MiB, twice and with room to spare.
        Assert.InRange(needed, 1024 * MiB, 1792 * MiB);
        Assert.Equal(
            FormattableString.Invariant($"not enough memory: network:chain fused layer 1 thread at batch 2 needs about {needed / (1024.0 * MiB):F1} GiB, free are 100 MiB"),
            error.Message);
        Assert.False(MemoryPlan.Of([small, large, small], needed).KeepsPlans);
    }

    [Fact]
    public void AMapThatNoArrayHoldsIsRefusedHoweverMuchIsFree()
    {
        CellDefinition largest = Cell(Chain(channels: 16, side: 1024, layers: 1), batch: 127);
        CellDefinition tooLarge = Cell(Chain(channels: 16, side: 1024, layers: 1), batch: 128);

        Assert.NotNull(MemoryPlan.Of([largest], long.MaxValue));
        // 16 x 1024 x 1024 x 128 values are 2^31.
        Assert.Contains("at batch 128 has a map of 2147483648 values", Assert.Throws<RunException>(
            () => MemoryPlan.Of([tooLarge], long.MaxValue)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CandidatesAreComparedWhereTheyFitSideBySide()
    {
        var need = new MemoryNeed(ParameterBytes: 1000, MapBytes: 100);
        long together = 3 * need.PlanBytes + need.PreparationBytes;

        Assert.True(MemoryPlan.HasRoomFor(need, plans: 3, freeNow: 2 * together));
        Assert.False(MemoryPlan.HasRoomFor(need, plans: 3, freeNow: 2 * together - 2));
    }

    private static CellDefinition Cell(Graph graph, int batch = 1) => new(
        new CellSubject(() => graph) { Experiment = "network:chain", Row = "chain", Labels = ["chain"], Label = "network:chain" },
        PlanOptions.Default with { Batch = batch },
        new FakeBackend());

    private static Graph Chain(int channels, int side, int layers)
    {
        var graph = new GraphBuilder(new MapShape(channels, side, side));
        int x = graph.Input;
        for (int layer = 0; layer < layers; layer++)
            x = graph.Convolution(x, channels);
        return graph.Build("chain");
    }
}
