using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Networks;

public sealed class NetworkRunTests
{
    [Fact]
    public void Configurations_with_most_times_come_first_then_those_layer_by_layer()
    {
        CellResult[] depthFirst = [.. new[] { "alexnet", "resnet50" }.Select(name => NetworkCells.Cell(name, 5) with { Execution = "depth-first" })];
        CellResult[] layer = [.. depthFirst.Select(cell => cell with { Execution = "layer" })];
        CellResult[] twoThreads = [.. layer.Append(NetworkCells.Cell("senet154", null)).Select(cell => cell with { Threads = 2, ImagesPerSecond = null, MedianNs = null, Skipped = "memory" })];

        Configuration[] order = [.. NetworkRun.Of(Cells.File([.. twoThreads, .. depthFirst, .. layer])).Select(run => run.Configuration)];

        Assert.Equal([("layer", 1), ("depth-first", 1), ("layer", 2), (null, 2)], order.Select(configuration => (configuration.Execution, configuration.Threads)));
    }

    [Fact]
    public void Networks_are_no_other_cells_and_tables_are_no_networks()
    {
        ResultFile file = Cells.File(Cells.Cell("1:1", 10), NetworkCells.Cell("alexnet", 5), NetworkCells.Cell("unknown", 5));

        Assert.Empty(RunEffects.Of(file).OtherCells);
        Assert.Equal(["alexnet", "unknown"], Assert.Single(NetworkRun.Of(file)).Networks.Select(network => network.Name));
    }
}
