using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Tests.Oracle;

namespace GuidelineBench.Core.Tests.Experiments;

public class ExperimentCellTests
{
    public static TheoryData<string> Cells => [.. OracleCell.All.Select(cell => cell.ToString())];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Channels_and_costs_are_those_of_the_paper(string name)
    {
        OracleCell expected = OracleCell.All.Single(cell => cell.ToString() == name);
        ExperimentCell cell = expected.Run();
        GraphCosts costs = GraphCosts.Of(cell.Graph);

        Assert.Equal(expected.Channels, cell.Channels);
        Assert.Equal(expected.MultiplyAdds, costs.MultiplyAdds);
        Assert.Equal(expected.MemoryAccess, costs.MemoryAccess);
        Assert.Equal(expected.Convolutions, cell.Graph.Convolutions.Count());
        Assert.Equal(expected.ReluElements, cell.Graph.Nodes.Where(node => node.Layer is ReLU).Sum(node => node.Output.Elements));
        Assert.Equal(expected.PairwiseAdditions, cell.Graph.Nodes.Where(node => node.Layer is Sum).Sum(node => node.Inputs.Length - 1));
        Assert.Equal(
            expected.PairwiseAdditionElements,
            cell.Graph.Nodes.Where(node => node.Layer is Sum).Sum(node => (node.Inputs.Length - 1) * node.Output.Elements));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Element_wise_traffic_counts_every_read_and_write(string name)
    {
        OracleCell expected = OracleCell.All.Single(cell => cell.ToString() == name);

        // Two at a time, an addition reads 2 and writes 1; four maps added at once move 5 elements where three additions move 9.
        long additions = expected.Row == "4-fragment-parallel"
            ? 5 * 3 * expected.PairwiseAdditionElements / 9
            : 3 * expected.PairwiseAdditionElements;
        Assert.Equal(2 * expected.ReluElements + additions, GraphCosts.Of(expected.Run().Graph).ElementwiseElements);
    }

    [Theory]
    [InlineData(ChannelSetting.Cpu)]
    [InlineData(ChannelSetting.Gpu)]
    public void Each_setting_has_the_51_cells_of_the_tables_in_the_papers_order(ChannelSetting setting)
    {
        string[] expected = [.. OracleCell.All.Where(cell => cell.Device == setting).Select(cell => cell.ToString())];
        string[] actual =
        [
            .. from experiment in ExperimentCatalogue.All
               from cell in experiment.Cells(setting, Scales.All)
               select $"{experiment.Id} {(setting == ChannelSetting.Cpu ? "cpu" : "gpu")} {cell.Row.Label} {cell.Scale.Label()}",
        ];

        Assert.Equal(51, actual.Length);
        Assert.Equal(expected.Order(), actual.Order());
        Assert.Equal("table1 1:1 x1, table1 1:1 x2, table1 1:1 x4, table1 1:2 x1", string.Join(", ", actual[..4]).Replace("cpu ", "").Replace("gpu ", ""));
    }

    [Fact]
    public void Only_the_scales_asked_for_are_run()
    {
        ExperimentCell[] cells = [.. Table2.Experiment.Cells(ChannelSetting.Cpu, [Scale.X4, Scale.X1])];

        Assert.Equal([Scale.X1, Scale.X4, Scale.X1, Scale.X4, Scale.X1, Scale.X4, Scale.X1, Scale.X4], cells.Select(cell => cell.Scale));
    }

    [Fact]
    public void The_misprinted_row_of_Table_2_runs_with_184_channels()
    {
        ExperimentCell cell = Table2.Experiment.Cell(Table2.Experiment.Rows.Single(row => row.Label == "g=8"), Scale.X1, ChannelSetting.Cpu);

        Assert.Equal([184], cell.Channels);
        Assert.All(cell.Graph.Convolutions, layer => Assert.Equal((184, 184, 8), (layer.Convolution.InputChannels, layer.Convolution.OutputChannels, layer.Convolution.Groups)));
    }

    [Fact]
    public void Parallel_fragments_read_one_input_and_meet_in_one_sum()
    {
        ExperimentCell cell = Table3.Experiment.Cell(Table3.Experiment.Rows.Single(row => row.Label == "4-fragment-parallel"), Scale.X1, ChannelSetting.Cpu);

        var sums = cell.Graph.Nodes.Where(node => node.Layer is Sum).ToList();
        Assert.Equal(10, sums.Count);
        Assert.All(sums, sum =>
        {
            Assert.Equal(4, sum.Inputs.Distinct().Count());
            Assert.Single(sum.Inputs.Select(branch => cell.Graph.Nodes[branch].Inputs.Single()).Distinct());
        });
    }

    [Fact]
    public void Every_map_of_every_cell_is_56x56() =>
        Assert.All(OracleCell.All, cell => Assert.All(cell.Run().Graph.Nodes, node => Assert.Equal((56, 56), (node.Output.Height, node.Output.Width))));
}
