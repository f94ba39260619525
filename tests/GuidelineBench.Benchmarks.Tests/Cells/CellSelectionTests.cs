using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Benchmarks.Tests.Cells;

public sealed class CellSelectionTests
{
    private static RunRequest All { get; } = new() { Backend = new FakeBackend(), OutputFolder = "." };

    [Fact]
    public void ByDefaultEveryRowAtEveryScaleAndTable4UnfusedToo()
    {
        ImmutableArray<CellDefinition> cells = CellSelection.Of(All);

        Assert.Equal(51, cells.Count(cell => cell.Variant == "fused"));
        CellDefinition[] unfused = [.. cells.Where(cell => cell.Variant == "unfused")];
        Assert.Equal(12, unfused.Length);
        Assert.All(unfused, cell => Assert.Equal("table4", cell.Experiment.Experiment.Id));
        Assert.Equal(63, cells.Select(cell => cell.Label).Distinct().Count());
    }

    [Fact]
    public void TablesRowsScalesAndSettingNarrowIt()
    {
        CellDefinition cell = Assert.Single(CellSelection.Of(All with
        {
            Tables = ["table1", "table2"],
            Rows = ["1:6"],
            Scales = [Scale.X2],
            Setting = ChannelSetting.Gpu,
            Threads = 2,
        }));

        Assert.Equal([104, 624], cell.Experiment.Channels);
        Assert.Equal("table1/1:6/x2 fused 2 threads", cell.Label);
    }

    [Fact]
    public void WhatDoesNotExistIsNamed()
    {
        Assert.Contains("no experiment table9", Assert.Throws<RunException>(
            () => CellSelection.Of(All with { Tables = ["table9"] })).Message, StringComparison.Ordinal);
        Assert.Contains("no row 1:7", Assert.Throws<RunException>(
            () => CellSelection.Of(All with { Rows = ["1:7"] })).Message, StringComparison.Ordinal);
        Assert.Throws<RunException>(() => CellSelection.Of(All with { Tables = [] }));
    }
}
