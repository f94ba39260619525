using CsCheck;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>Choices of channels: which operators they become, and that these take the channels that are meant.</summary>
public class SelectionNodesTests
{
    private static readonly MapShape Input = new(8, 2, 3);

    [Fact]
    public void Halves_are_one_split()
    {
        WrittenModel written = Moved(graph => graph.Concatenation(graph.ReLU(graph.Slice(graph.Input, 0, 3)), graph.Slice(graph.Input, 3, 5)));

        Assert.Equal("Split Relu Concat", written.Types);
        Assert.Equal(1, written.Node("Split").Int("axis"));
        Assert.Equal([3, 5], written.Integers(written.Node("Split").Input[1]));
        Assert.Equal(["channels_1_out0", "channels_1_out1"], written.Node("Split").Output);
        Assert.Equal(["relu_2_out", "channels_1_out1"], written.Node("Concat").Input);
    }

    [Fact]
    public void Every_second_channel_and_those_between_are_a_shuffle_and_a_split()
    {
        WrittenModel written = Moved(graph => graph.Concatenation(graph.Every(graph.Input, 2, 0), graph.Every(graph.Input, 2, 1)));

        Assert.Equal("Reshape Transpose Reshape Split Concat", written.Types);
        NodeProto view = written.Graph.Node[0];
        Assert.Equal([0, 4, 2, 2, 3], written.Integers(view.Input[1]));
        Assert.Equal([0, 2, 1, 3, 4], written.Node("Transpose").Ints("perm"));
        Assert.Equal([0, 8, 2, 3], written.Integers(written.Graph.Node[2].Input[1]));
        Assert.Equal([4, 4], written.Integers(written.Node("Split").Input[1]));
    }

    [Fact]
    public void A_shuffle_is_a_transposition()
    {
        WrittenModel written = Moved(graph => graph.Shuffle(graph.Input, 2));

        Assert.Equal("Reshape Transpose Reshape", written.Types);
        Assert.Equal([0, 2, 4, 2, 3], written.Integers(written.Graph.Node[0].Input[1]));
        Assert.Equal([0, 2, 1, 3, 4], written.Node("Transpose").Ints("perm"));
    }

    [Fact]
    public void A_part_alone_is_a_slice()
    {
        WrittenModel written = Moved(graph => graph.Slice(graph.Input, 2, 5));

        Assert.Equal("Slice", written.Types);
        Assert.Equal([[2], [7], [1], [1]], written.Node("Slice").Input.Skip(1).Select(written.Integers));
    }

    [Fact]
    public void Every_third_channel_alone_is_a_slice_with_steps()
    {
        WrittenModel written = Moved(graph => graph.Every(graph.Input, 3, 1));

        Assert.Equal("Slice", written.Types);
        Assert.Equal([[1], [8], [1], [3]], written.Node("Slice").Input.Skip(1).Select(written.Integers));
    }

    [Fact]
    public void Any_other_choice_is_a_gathering()
    {
        WrittenModel written = Moved(graph => graph.Add(ChannelSelection.Gather(8, [7, 0, 0, 3]), graph.Input));

        Assert.Equal("Gather", written.Types);
        Assert.Equal(1, written.Node("Gather").Int("axis"));
        Assert.Equal([7, 0, 0, 3], written.Integers(written.Node("Gather").Input[1]));
    }

    [Theory]
    [InlineData("Reshape Transpose Reshape", 0, 4, 1, 5, 2, 6, 3, 7)]
    [InlineData("Slice", 0, 1, 2, 3, 4, 5, 6, 7)]
    [InlineData("Slice", 2, 4, 6)]
    [InlineData("Slice", 5)]
    [InlineData("Gather", 7, 6, 5, 4)]
    [InlineData("Gather", 1, 1)]
    public void What_counts_is_what_is_chosen_whatever_it_is_called(string types, params int[] channels) =>
        Assert.Equal(types, Moved(graph => graph.Add(ChannelSelection.Gather(8, channels), graph.Input)).Types);

    [Fact]
    public void Parts_that_overlap_or_leave_channels_out_are_slices()
    {
        Assert.Equal("Slice Slice Concat", Moved(graph => graph.Concatenation(graph.Slice(graph.Input, 0, 5), graph.Slice(graph.Input, 4, 4))).Types);
        Assert.Equal("Slice Slice Concat", Moved(graph => graph.Concatenation(graph.Slice(graph.Input, 0, 3), graph.Slice(graph.Input, 4, 4))).Types);
    }

    [Fact]
    public void Any_selections_of_a_map_take_the_channels_that_are_meant() => Property.Holds(
        from channels in Gen.Int[1, 12]
        from selections in Selection(channels).Array[1, 4]
        select (channels, selections),
        input => Moved(
            graph =>
            {
                int[] parts = [.. input.selections.Select(selection => graph.Add(selection, graph.Input))];
                if (parts.Length > 1)
                    graph.Concatenation(parts);
            },
            input.channels),
        number: 300);

    /// <summary>Writes it, holds it to the rules, and moves numbers through it.</summary>
    private static WrittenModel Moved(Action<GraphBuilder> build, int channels = 8)
    {
        WrittenModel written = WrittenModel.Of(Input with { Channels = channels }, build);
        WrittenRules.Hold(written);
        Assert.Equal(Expected(written.Source), MovedNumbers.Of(written));
        return written;
    }

    /// <summary>Number of the input's element that each element of the output is.</summary>
    private static int[] Expected(Graph graph)
    {
        var channels = new List<int[]>();
        foreach (Node node in graph.Nodes)
        {
            int[] input = node.Inputs.IsEmpty ? [] : channels[node.Inputs[0]];
            channels.Add(node.Layer switch
            {
                Core.Layers.Input => [.. Enumerable.Range(0, node.Output.Channels)],
                ChannelSelection selection => [.. selection.Channels.Select(channel => input[channel])],
                Concatenation => [.. node.Inputs.SelectMany(part => channels[part])],
                _ => input,
            });
        }

        int pixels = graph.Input.Output.Pixels;
        return [.. channels[^1].SelectMany(channel => Enumerable.Range(channel * pixels, pixels))];
    }

    private static Gen<ChannelSelection> Selection(int channels) => Gen.OneOf(
        from first in Gen.Int[0, channels - 1]
        from count in Gen.Int[1, channels - first]
        select ChannelSelection.Slice(channels, first, count),
        from step in Gen.Int[1, 3]
        from first in Gen.Int[0, Math.Min(step, channels) - 1]
        select ChannelSelection.Every(channels, step, first),
        from groups in Gen.Int[1, channels]
        where channels % groups == 0
        select ChannelSelection.Shuffle(channels, groups),
        from chosen in Gen.Int[0, channels - 1].Array[1, channels + 1]
        select ChannelSelection.Gather(channels, chosen));
}
