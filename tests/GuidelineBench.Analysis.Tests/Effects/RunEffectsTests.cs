using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Effects;

public sealed class RunEffectsTests
{
    [Fact]
    public void Cells_come_scale_by_scale_in_the_papers_order_whatever_the_files_order()
    {
        RunEffects effects = RunEffects.Of(Cells.File(
            Cells.Cell("1:12", 10, [40]),
            Cells.Cell("1:1", 10, [80]) with { Scale = "x2" },
            Cells.Cell("1:1", 10, [20]) with { MemoryAccess = 500 }));

        ExperimentEffects table = Assert.Single(effects.Experiments);
        Assert.Equal([("1:1", Scale.X1), ("1:12", Scale.X1), ("1:1", Scale.X2)], table.Cells.Select(cell => (cell.Row.Label, cell.Scale)));
        Assert.Equal(2, table.Cells[1].RelativeToFirst!.Median, 12);
        Assert.Equal(2, table.Cells[1].RelativeMemoryAccess!.Value, 12);
    }

    [Fact]
    public void Contrasts_need_both_rows_and_the_headline_is_the_declared_one()
    {
        RunEffects effects = RunEffects.Of(Cells.File(
            Cells.Cell("1:1", 10, [20]), Cells.Cell("1:6", 10, [30]), Cells.Cell("1:12", 10, [40])));

        ExperimentEffects table = Assert.Single(effects.Of(Guideline.G1));
        Assert.Equal(["1:6", "1:12"], table.Contrasts.Select(effect => effect.Contrast.Against));
        Assert.Equal(2, Assert.Single(table.Headlines).Effect!.Median, 12);
    }

    [Fact]
    public void Table4s_contrasts_compare_with_the_row_without_element_wise_operators()
    {
        static CellResult Table4Cell(string row, double ns) => Cells.Cell(row, 10, [ns]) with { Experiment = "table4", Guideline = "G4" };

        RunEffects effects = RunEffects.Of(Cells.File(Table4Cell("relu=yes,shortcut=yes", 30), Table4Cell("relu=no,shortcut=no", 20)));

        ExperimentEffects table = Assert.Single(effects.Of(Guideline.G4));
        Assert.Equal(1.5, Assert.Single(table.Headlines).Effect!.Median, 12);
        Assert.Equal(20.0 / 30, table.Cells[1].RelativeToFirst!.Median, 12);
    }

    [Fact]
    public void Cells_of_different_configurations_are_never_compared()
    {
        RunEffects effects = RunEffects.Of(Cells.File(
            Cells.Cell("1:1", 10, [20]), Cells.Cell("1:12", 10, [40]) with { Threads = 2 }));

        Assert.Equal(2, effects.Experiments.Length);
        Assert.All(effects.Experiments, table => Assert.Empty(table.Contrasts));
        Assert.Null(effects.Experiments[1].Cells[0].RelativeToFirst);
    }

    [Fact]
    public void The_unfused_variant_is_found_beside_the_fused_one_which_is_principal()
    {
        CellResult fused = Cells.Cell("1:1", 10, [20]);
        RunEffects effects = RunEffects.Of(Cells.File(
            fused with { Variant = "unfused" }, Cells.Cell("1:2", 10, [20]) with { Variant = "unfused" }, fused));

        Assert.Equal("fused", effects.Principal!.Variant);
        Assert.Equal("unfused", effects.UnfusedOf(Assert.Single(effects.Of(Guideline.G1)))!.Configuration.Variant);
    }

    [Fact]
    public void Executions_are_kept_apart_and_layer_by_layer_is_principal_wherever_it_stands()
    {
        CellResult layer = Cells.Cell("1:1", 10, [20]) with { Execution = "layer" };
        CellResult depthFirst = layer with { Execution = "depth-first" };

        RunEffects effects = RunEffects.Of(Cells.File(
            depthFirst, depthFirst with { Row = "1:12", Rounds = [[90]] }, layer, layer with { Row = "1:12", Rounds = [[30]] }));

        Assert.Equal("layer", effects.Principal!.Execution);
        Assert.Equal(1.5, Assert.Single(Assert.Single(effects.Of(Guideline.G1)).Headlines).Effect!.Median, 12);
        Assert.Equal(4.5, Assert.Single(effects.DepthFirstOf(Assert.Single(effects.Of(Guideline.G1)))!.Headlines).Effect!.Median, 12);
        Assert.Equal("layer", RunEffects.Of(Cells.File(depthFirst, depthFirst with { Row = "1:12" }, layer)).Principal!.Execution);
        Assert.Equal("depth-first", RunEffects.Of(Cells.File(depthFirst)).Principal!.Execution);
        Assert.Equal("mine", RunEffects.Of(Cells.File(
            depthFirst, depthFirst with { Row = "1:12" }, layer with { Backend = "mine" }, depthFirst with { Backend = "mine" }, depthFirst with { Backend = "mine", Row = "1:6" })).Principal!.Backend);
    }

    [Fact]
    public void Unknown_experiments_rows_and_scales_and_repeated_cells_are_kept_apart()
    {
        CellResult known = Cells.Cell("1:1", 10, [20]);
        RunEffects effects = RunEffects.Of(Cells.File(
            known, known with { Experiment = "any" }, known with { Row = "1:3" }, known with { Scale = null }, known));

        Assert.Single(Assert.Single(effects.Experiments).Cells);
        Assert.Equal(4, effects.OtherCells.Length);
    }
}
