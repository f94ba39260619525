using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Placement;

namespace GuidelineBench.Execution.Tests.Placement;

public sealed class ChannelPlacementTests
{
    private static readonly MapShape Shape = new(4, 6, 6);

    /// <summary>ShuffleNet v1's unit of stride 2 makes the second part first.</summary>
    [Fact]
    public void AConcatenationLiesInItsOrderWhicheverPartIsMadeFirst()
    {
        var graph = new GraphBuilder(Shape);
        int second = graph.Convolution(graph.Input, 3), first = graph.Convolution(graph.Input, 5);
        int both = graph.Concatenation(first, second);
        graph.Convolution(both, 2, kernelSize: 3);

        ChannelPlacement placement = Place(graph.Build("joined"));

        Assert.Equal(Enumerable.Range(0, 8), placement[both].Slots);
        Assert.Equal([5, 6, 7], placement[second].Slots);
    }

    /// <summary>Of a shuffled concatenation no whole map is read in order; its parts lie as they come.</summary>
    [Fact]
    public void PartsThatAreReadMixedLieAsTheyAreMade()
    {
        var graph = new GraphBuilder(Shape);
        int second = graph.Convolution(graph.Input, 4), first = graph.Convolution(graph.Input, 4);
        int shuffled = graph.Shuffle(graph.Concatenation(first, second), 2);
        graph.Convolution(shuffled, 2);

        ChannelPlacement placement = Place(graph.Build("mixed"));

        Assert.Equal([4, 0, 5, 1, 6, 2, 7, 3], placement[shuffled].Slots);
    }

    /// <summary>As the first of ShuffleNet v1's units of stride 1 does with the last of stride 2.</summary>
    [Fact]
    public void ASumTakesThePlaceOfAConcatenationThatNobodyReadsLater()
    {
        var graph = new GraphBuilder(Shape);
        int both = Joined(graph);
        int sum = graph.Sum(graph.Convolution(graph.Convolution(both, 3), 8), both);
        graph.Convolution(sum, 2);

        ChannelPlacement placement = Place(graph.Build("in place"));

        Assert.Equal(placement[both].Buffer, placement[sum].Buffer);
        Assert.Equal(placement[both].Slots, placement[sum].Slots);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ASumLeavesAConcatenationWhosePartsAreReadLater(bool onlyOnePart)
    {
        var graph = new GraphBuilder(Shape);
        int both = Joined(graph);
        int sum = graph.Sum(graph.Convolution(graph.Convolution(both, 3), 8), both);
        graph.Concatenation(graph.Convolution(sum, 2), graph.Convolution(onlyOnePart ? both - 1 : both, 2));

        ChannelPlacement placement = Place(graph.Build("kept"));

        Assert.NotEqual(
            placement[both].Slots.Select(slot => (placement[both].Buffer, slot)),
            placement[sum].Slots.Select(slot => (placement[sum].Buffer, slot)));
    }

    [Fact]
    public void ASumLeavesAPartOfAConcatenationThatItsConvolutionReads()
    {
        var graph = new GraphBuilder(Shape);
        int both = Joined(graph);
        int sum = graph.Sum(graph.Convolution(both - 1, 8), both);
        graph.Convolution(sum, 2);

        ChannelPlacement placement = Place(graph.Build("read by the convolution"));

        Assert.NotEqual(
            placement[both].Slots.Select(slot => (placement[both].Buffer, slot)),
            placement[sum].Slots.Select(slot => (placement[sum].Buffer, slot)));
    }

    private static int Joined(GraphBuilder graph)
    {
        int second = graph.Convolution(graph.Input, 3), first = graph.Convolution(graph.Input, 5);
        return graph.Concatenation(first, second);
    }

    /// <summary>With convolutions that add the other operand of their sum value by value.</summary>
    private static ChannelPlacement Place(Graph graph) => ChannelPlacement.Create(
        graph, FusionPass.Steps(graph, fuseElementwise: true), shape => shape.Pixels,
        addend: step => step.Inputs.Length == 2 ? step.Inputs[1] : null);
}
