using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Tests.Layouts;

public sealed class MapPlacementTests
{
    public static TheoryData<string> Catalogue =>
        [.. TestPart.Of(NetworkCatalogue.All.Where(entry => entry.Family != "AlexNet"), entry => entry.Family).Select(entry => entry.Name)];

    /// <summary>Copies nothing: the work branch writes where it has read, and the map of a stage never needs room for more than itself.</summary>
    [Theory]
    [InlineData("shufflenet_v2_0.5x", new[] { 48, 96, 192 })]
    [InlineData("shufflenet_v2_1.0x", new[] { 116, 232, 464 })]
    [InlineData("shufflenet_v2_x1_0", new[] { 116, 232, 464 })]
    public void AStageOfShuffleNetV2HasRoomForOneMap(string name, int[] widths)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Build();
        MapPlacement placement = Place(graph, fuse: true);

        var stages = graph.Nodes.Where(node => node.Layer is Concatenation).GroupBy(node => node.Output).ToArray();

        Assert.Equal(widths, stages.Select(stage => stage.Key.Channels));
        foreach (IGrouping<MapShape, Node> stage in stages)
        {
            Assert.All(stage, unit => Assert.Equal(stage.Key.Channels, placement[unit.Index].BufferChannels));
            Assert.Single(stage.Select(unit => placement[unit.Index].Buffer).Distinct());
        }
    }

    /// <summary>What a dense block's layers make is written next to what is there already, and the next layer reads it as one map.</summary>
    [Fact]
    public void ADenseBlockIsOneMap()
    {
        Graph graph = NetworkCatalogue.Find("densenet_0.5x")!.Build();
        MapPlacement placement = Place(graph, fuse: true);

        var blocks = graph.Nodes.Where(node => node.Layer is Concatenation).GroupBy(node => (node.Output.Height, node.Output.Width)).ToArray();

        Assert.True(blocks.Length > 1);
        foreach (var block in blocks)
        {
            int channels = block.Max(node => node.Output.Channels);
            Assert.Single(block.Select(node => placement[node.Index].Buffer).Distinct());
            Assert.All(block, node =>
            {
                MapPlace place = placement[node.Index];
                Assert.Equal(channels, place.BufferChannels);
                Assert.Distinct(place.Slots);
            });
        }
    }

    /// <summary>The input's buffer, so that a run can be repeated, and two that take turns.</summary>
    [Fact]
    public void AChainOfLayersNeedsThreeBuffers()
    {
        var graph = new GraphBuilder(new MapShape(4, 28, 28));
        int x = graph.Input;
        for (int layer = 0; layer < 6; layer++)
            x = graph.Convolution(x, 4, kernelSize: 5);
        MapPlacement placement = Place(graph.Build("chain"), fuse: true);

        Assert.Equal(3, placement.BufferFloats.Length);
        Assert.Equal([0, 1, 2, 1, 2, 1, 2], Enumerable.Range(0, 7).Select(node => placement[node].Buffer));
    }

    [Fact]
    public void AMapThatIsReadMuchLaterKeepsItsBuffer()
    {
        var graph = new GraphBuilder(new MapShape(4, 28, 28));
        int kept = graph.Convolution(graph.Input, 4, kernelSize: 5), x = kept;
        for (int layer = 0; layer < 4; layer++)
            x = graph.Convolution(x, 4, kernelSize: 5);
        graph.Sum(x, kept);
        MapPlacement placement = Place(graph.Build("shortcut"), fuse: false);

        Assert.Equal(4, placement.BufferFloats.Length);
        Assert.All([2, 3, 4, 5], node => Assert.NotEqual(placement[kept].Buffer, placement[node].Buffer));
    }

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void EveryChannelOfANetworkIsThereWhenItIsRead(string name)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Builder(new MapShape(3, 64, 64));
        AllIsThereWhenItIsRead(graph, fuse: true);
        AllIsThereWhenItIsRead(graph, fuse: false);
    }

    [Fact]
    public void EveryChannelOfARandomNetworkIsThereWhenItIsRead() =>
        Assert.All(RandomNetworks.All.Concat(ViewCases.All).Concat(JoinCases.All), network => AllIsThereWhenItIsRead(network.Graph, network.Fuse));

    /// <summary>
    /// Goes through the steps with a picture of the memory that knows which channel of which map lies where, a cache line at a
    /// time. A step's output must not lie on its operands either: threads read them while others write. Only where a step adds
    /// a map value by value it may, and then it lies there exactly.
    /// </summary>
    private static void AllIsThereWhenItIsRead(Graph network, bool fuse)
    {
        Graph graph = FusionPass.Prepared(network, fuse);
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, fuse);
        AllIsThereWhenItIsRead(graph, steps, _ => null);
        AllIsThereWhenItIsRead(graph, steps, step => step.Inputs.Length == 2 && step.Nodes.Any(node => graph.Nodes[node].Layer is Sum) ? step.Inputs[1] : null);
    }

    private static void AllIsThereWhenItIsRead(Graph graph, ImmutableArray<PlanStep> steps, Func<PlanStep, int?> addend)
    {
        MapPlacement placement = MapPlacement.Create(graph, steps, NetworkLayouts.Of, addend: addend);
        ImmutableArray<ImmutableArray<MapChannel>> views = ChannelViews.Of(graph);
        MapChannel?[][] memory = [.. placement.BufferFloats.Select(floats => new MapChannel?[floats / 16])];
        Write(graph.Input.Index);
        foreach (PlanStep step in steps)
        {
            foreach (int input in step.Inputs)
                Check(input, step.Name);
            Write(step.Output);
            foreach (int input in step.Inputs.Where(input => input != addend(step) || !AreOne(placement[input], placement[step.Output])))
                Check(input, $"{step.Name}, while it is written");
        }

        Check(graph.Output.Index, "the output");
        Check(graph.Input.Index, "the next run");

        void Write(int node)
        {
            MapPlace place = placement[node];
            for (int channel = 0; channel < place.Channels; channel++)
                for (int tile = 0; tile < place.Layout.Tiles; tile++)
                    Lines(place, channel, tile).Fill(new MapChannel(node, channel));
        }

        void Check(int node, string reader)
        {
            MapPlace place = placement[node];
            Assert.Equal(graph.Nodes[node].Output.Channels, place.Channels);
            for (int channel = 0; channel < place.Channels; channel++)
                for (int tile = 0; tile < place.Layout.Tiles; tile++)
                    foreach (MapChannel? there in Lines(place, channel, tile))
                        if (there != views[node][channel])
                            Assert.Fail(FormattableString.Invariant(
                                $"{graph.Name}: {reader} finds {there} where channel {channel} of node {node} should be."));
        }

        Span<MapChannel?> Lines(MapPlace place, int channel, int tile)
        {
            Assert.True(place.Layout.Pitch % 16 == 0);
            return memory[place.Buffer].AsSpan((tile * place.TileFloats + place.ChannelOffset(channel)) / 16, place.Layout.Pitch / 16);
        }
    }

    private static bool AreOne(MapPlace a, MapPlace b) => a.Buffer == b.Buffer && a.Slots.SequenceEqual(b.Slots);

    private static MapPlacement Place(Graph graph, bool fuse) =>
        MapPlacement.Create(graph, FusionPass.Steps(graph, fuse), NetworkLayouts.Of);
}
