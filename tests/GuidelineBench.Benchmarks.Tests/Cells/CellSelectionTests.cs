using System.Collections.Immutable;
using GuidelineBench.Benchmarks.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Cells;

public sealed class CellSelectionTests
{
    private static RunSpecification All { get; } = new() { Backends = [new FakeBackend()] };

    [Fact]
    public void ByDefaultEveryRowAtEveryScaleAndTable4UnfusedToo()
    {
        ImmutableArray<CellDefinition> cells = CellSelection.Of(All);

        Assert.Equal(51, cells.Count(cell => cell.Variant == "fused"));
        CellDefinition[] unfused = [.. cells.Where(cell => cell.Variant == "unfused")];
        Assert.Equal(12, unfused.Length);
        Assert.All(unfused, cell => Assert.Equal("table4", cell.Subject.Experiment));
        Assert.Equal(63, cells.Select(cell => cell.ToString()).Distinct().Count());
    }

    [Fact]
    public void TablesRowsScalesAndSettingNarrowIt()
    {
        CellDefinition cell = Assert.Single(CellSelection.Of(All with
        {
            Experiments = [Table1.Experiment, Table2.Experiment],
            Rows = ["1:6"],
            Scales = [Scale.X2],
            Setting = ChannelSetting.Gpu,
            Threads = 2,
        }));

        Assert.Equal([104, 624], cell.Subject.Channels);
        Assert.Equal("table1/1:6/x2 fused layer 2 threads", cell.ToString());
    }

    [Fact]
    public void WithBothExecutionsFusedCellsComeInBothAndUnfusedOnesLayerByLayer()
    {
        ImmutableArray<CellDefinition> cells = CellSelection.Of(All with { Orders = [ExecutionOrder.Layer, ExecutionOrder.DepthFirst] });

        Assert.Equal(
            [("fused", "layer", 51), ("fused", "depth-first", 51), ("unfused", "layer", 12)],
            cells.CountBy(cell => (cell.Variant, cell.ToResult().Execution)).Select(group => (group.Key.Variant, group.Key.Execution!, group.Value)));
        Assert.Equal(114, cells.Select(cell => cell.ToString()).Distinct().Count());
        Assert.All(cells, cell => Assert.Contains($" {cell.Options.Order.Label()} ", cell.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void OnADeviceCellsSayWhichAndHowOperatorsAreStarted()
    {
        ImmutableArray<CellDefinition> cells = CellSelection.Of(All with
        {
            Backends = [new FakeDeviceBackend { Abilities = new(ExecutionOrders.All, LaunchModes.All, MathModes.All, HasThreads: true) }],
            Experiments = [Table1.Experiment],
            Rows = ["1:1"],
            Scales = [Scale.X1],
            Launches = [LaunchMode.Stream, LaunchMode.Graph],
            Maths = [MathMode.Fp32, MathMode.Tf32],
        });

        Assert.Equal(
            [("stream", "fp32"), ("graph", "fp32"), ("stream", "tf32"), ("graph", "tf32")],
            cells.Select(cell => (cell.ToResult().Launch!, cell.ToResult().Math!)));
        Assert.All(cells, cell => Assert.Equal("Some GPU", cell.ToResult().Device));
        Assert.Equal("table1/1:1/x1 fused layer graph tf32", cells[3].ToString());
    }

    [Fact]
    public void OnTheProcessorNothingIsLaunched()
    {
        CellDefinition cell = CellSelection.Of(All)[0];
        Assert.Null(cell.ToResult().Device);
        Assert.Null(cell.ToResult().Launch);
        Assert.Equal("fp32", cell.ToResult().Math);
    }

    [Fact]
    public void DepthFirstAloneHasNoUnfusedCells()
    {
        ImmutableArray<CellDefinition> cells = CellSelection.Of(All with { Orders = [ExecutionOrder.DepthFirst] });

        Assert.Equal(51, cells.Length);
        Assert.All(cells, cell => Assert.Equal(("fused", "depth-first"), (cell.Variant, cell.ToResult().Execution)));
    }

    [Fact]
    public void BenchListsBothExecutionsOfRowsAndOfNetworks()
    {
        string[] labels = [.. CellBenchmarks.Cells.Select(cell => cell.ToString())];

        Assert.Equal(CellSelection.Of(All with { Orders = ExecutionOrders.All }).Select(cell => cell.ToString()), labels.Take(114));
        Assert.Equal(
            from order in new[] { "layer", "depth-first" }
            from entry in NetworkCatalogue.All
            select $"network:{entry.Name} fused {order} 1 thread",
            labels.Skip(114));
    }

    [Fact]
    public void NetworksComeAfterTheTablesInEachExecution()
    {
        ImmutableArray<CellDefinition> cells = CellSelection.Of(All with
        {
            Experiments = [Table1.Experiment],
            Rows = ["1:1", "first", "second, again"],
            Scales = [Scale.X1],
            Networks = [Network("one", "first"), Network("two", "second", "second, again"), Network("three", "third")],
            Orders = ExecutionOrders.All,
            Batches = [2],
        });

        Assert.Equal(
            [
                "table1/1:1/x1 fused layer 1 thread at batch 2",
                "table1/1:1/x1 fused depth-first 1 thread at batch 2",
                "network:one fused layer 1 thread at batch 2",
                "network:two fused layer 1 thread at batch 2",
                "network:one fused depth-first 1 thread at batch 2",
                "network:two fused depth-first 1 thread at batch 2",
            ],
            cells.Select(cell => cell.ToString()));
        Assert.All(cells, cell => Assert.Equal(2, cell.Options.Batch));
    }

    [Fact]
    public void EachBatchIsMeasured()
    {
        ImmutableArray<CellDefinition> cells = CellSelection.Of(All with
        {
            Experiments = [Table1.Experiment],
            Rows = ["1:1", "1:2", "first"],
            Scales = [Scale.X1],
            Networks = [Network("one", "first")],
            Batches = [1, 8],
        });

        Assert.Equal(
            [("1:1", 1), ("1:2", 1), ("1:1", 8), ("1:2", 8), ("first", 1), ("first", 8)],
            cells.Select(cell => (cell.Subject.Row, cell.Options.Batch)));
        Assert.Equal(cells.Length, cells.Select(cell => cell.ToString()).Distinct().Count());
    }

    private static CellSubject Network(string name, params string[] labels) => new(() => throw new InvalidOperationException("no graph is needed"))
    {
        Experiment = $"network:{name}",
        Row = labels[0],
        Labels = [.. labels],
        Label = $"network:{name}",
    };

    [Fact]
    public void ARunThatMeansNothingIsNone() =>
        Assert.Throws<RunException>(() => CellSelection.Of(All with { Experiments = [] }));
}
