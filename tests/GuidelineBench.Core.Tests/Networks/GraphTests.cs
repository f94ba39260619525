using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Tests.Networks;

public class GraphTests
{
    [Fact]
    public void Equal_graphs_have_equal_checksums_whatever_their_name()
    {
        string checksum = Block("a", 8, 1, 1, shortcut: true).Checksum;

        Assert.Equal(checksum, Block("b", 8, 1, 1, shortcut: true).Checksum);
        Assert.Matches("^[0-9a-f]{16}$", checksum);
    }

    [Fact]
    public void Any_difference_changes_the_checksum()
    {
        string[] checksums =
        [
            Block("x", 8, 1, 1, shortcut: true).Checksum,
            Block("x", 8, 1, 1, shortcut: false).Checksum,
            Block("x", 8, 3, 1, shortcut: true).Checksum,
            Block("x", 8, 1, 2, shortcut: true).Checksum,
            Block("x", 16, 1, 1, shortcut: true).Checksum,
            Block("x", 8, 1, 1, shortcut: true, height: 5).Checksum,
            Chain(secondReads: 1).Checksum,
            Chain(secondReads: 0).Checksum,
        ];

        Assert.Distinct(checksums);
    }

    [Fact]
    public void The_cells_of_the_tables_differ_where_their_networks_differ()
    {
        // g=1 of Table 2 and 1-fragment of Table 3 are the same network, and no other two cells are.
        var checksums = ExperimentCatalogue.All
            .SelectMany(experiment => experiment.Cells(ChannelSetting.Cpu, Scales.All))
            .ToLookup(cell => cell.Graph.Checksum, cell => cell.Row.Label);

        Assert.Equal(51 - 3, checksums.Count);
        Assert.All(checksums.Where(group => group.Count() > 1), group => Assert.Equal(["g=1", "1-fragment"], group));
    }

    [Fact]
    public void A_builder_refuses_what_does_not_fit_and_keeps_what_fits()
    {
        var builder = new GraphBuilder(new MapShape(4, 3, 2));
        int wide = builder.Convolution(builder.Input, 6);

        Assert.Throws<ArgumentException>(() => builder.Sum(builder.Input, wide));
        Assert.Throws<ArgumentException>(() => builder.Convolution(wide, 6, groups: 4));
        Graph graph = builder.Build("kept");

        Assert.Equal(2, graph.Nodes.Length);
        Assert.Equal(new MapShape(6, 3, 2), graph.Output.Output);
        Assert.Equal(new MapShape(4, 3, 2), graph.Convolutions.Single().Input);
    }

    private static Graph Block(string name, int channels, int kernelSize, int groups, bool shortcut, int height = 4)
    {
        var builder = new GraphBuilder(new MapShape(channels, height, 4));
        int output = builder.Convolution(builder.Input, channels, kernelSize, groups);
        if (shortcut)
            builder.Sum(output, builder.Input);
        return builder.Build(name);
    }

    private static Graph Chain(int secondReads)
    {
        var builder = new GraphBuilder(new MapShape(8, 4, 4));
        builder.Convolution(builder.Input, 8);
        builder.Convolution(secondReads, 8);
        return builder.Build("x");
    }
}
