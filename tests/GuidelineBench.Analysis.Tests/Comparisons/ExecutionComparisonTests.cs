using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Comparisons;

public sealed class ExecutionComparisonTests
{
    [Fact]
    public void Executions_are_compared_row_by_row_inside_the_rounds()
    {
        // Inside the rounds 9/10, 18/20, 8/10, 19/20, 10/10: sorted 0.8, 0.9, 0.9, 0.95, 1; the machine was half as fast twice.
        ExecutionComparison comparison = Compare(
            Cells.Cell("1:1", 10, [10], [20], [10], [20], [10]) with { Execution = "layer" },
            DepthFirst(Cells.Cell("1:1", 10, [9], [18], [8], [19], [10])));

        ExecutionCell cell = Assert.Single(comparison.Cells);
        Assert.Equal(("1:1", Scale.X1), (cell.Row.Label, cell.Scale));
        Assert.Equal(("layer", "depth-first"), (cell.Layer.Execution, cell.DepthFirst.Execution));
        Assert.Equal(0.9, cell.TimeRatio!.Median, 12);
        Assert.Equal(0.8, cell.TimeRatio.Interval!.Value.Lower, 12);
        Assert.Equal(1, cell.TimeRatio.Interval!.Value.Upper, 12);
        Assert.Empty(comparison.Contrasts);
    }

    [Fact]
    public void A_headline_has_its_ratio_in_both_executions()
    {
        ExecutionContrast contrast = Assert.Single(Compare(
            Constant("1:1", 10), Constant("1:12", 14), DepthFirst(Constant("1:1", 9)), DepthFirst(Constant("1:12", 9.18))).Contrasts);

        Assert.Equal(("G1", "1:12", Scale.X1), (contrast.Guideline.Id, contrast.Contrast.Against, contrast.Scale));
        Assert.Equal(1.4, contrast.Layer!.Median, 12);
        Assert.Equal(1.02, contrast.DepthFirst!.Median, 12);
        Assert.Equal(ExecutionFinding.Vanishes, contrast.Finding);
    }

    [Theory]
    [InlineData(1.40, 1.40, ExecutionFinding.Stays)]
    [InlineData(1.40, 1.20, ExecutionFinding.Shrinks)]
    [InlineData(1.40, 1.02, ExecutionFinding.Vanishes)]
    [InlineData(1.40, 0.90, ExecutionFinding.Vanishes)]
    [InlineData(1.02, 1.40, ExecutionFinding.Appears)]
    [InlineData(1.02, 1.00, ExecutionFinding.Nothing)]
    [InlineData(0.90, 1.02, ExecutionFinding.Nothing)]
    public void What_becomes_of_an_effect_is_judged_at_five_percent(double layer, double depthFirst, ExecutionFinding finding) =>
        Assert.Equal(finding, Contrast(Ratios(layer, spread: 0.01), Ratios(depthFirst, spread: 0.01)).Finding);

    [Fact]
    public void Intervals_that_hold_five_percent_or_are_absent_tell_nothing()
    {
        double[] clear = Ratios(1.4, spread: 0.01), open = Ratios(1.05, spread: 0.02);

        Assert.Equal(ExecutionFinding.CannotTell, Contrast(clear, open).Finding);
        Assert.Equal(ExecutionFinding.CannotTell, Contrast(open, clear).Finding);
        Assert.Equal(ExecutionFinding.CannotTell, Contrast([1.4, 1.4], [1.0, 1.0]).Finding);
    }

    [Fact]
    public void An_effect_whose_intervals_overlap_stays()
    {
        Assert.Equal(ExecutionFinding.Stays, Contrast(Ratios(1.40, spread: 0.1), Ratios(1.25, spread: 0.1)).Finding);
        Assert.Equal(ExecutionFinding.Stays, Contrast(Ratios(1.20, spread: 0.01), Ratios(1.40, spread: 0.01)).Finding);
    }

    [Fact]
    public void Only_what_was_measured_in_both_is_compared()
    {
        CellResult layer = Constant("1:1", 10);

        Assert.Empty(ExecutionComparison.Of(RunEffects.Of(Cells.File(layer, DepthFirst(layer) with { Threads = 2 })), complete: true));
        Assert.Empty(ExecutionComparison.Of(RunEffects.Of(Cells.File(DepthFirst(layer))), complete: true));
        Assert.Equal(
            ["1:1"],
            Compare(layer, Constant("1:2", 10), DepthFirst(layer), DepthFirst(Constant("1:6", 10))).Cells.Select(cell => cell.Row.Label));
    }

    [Fact]
    public void A_cell_that_does_not_say_how_it_was_run_counts_as_layer_by_layer() =>
        Assert.Equal(0.5, Assert.Single(Compare(Constant("1:1", 10), DepthFirst(Constant("1:1", 5))).Cells).TimeRatio!.Median, 12);

    [Fact]
    public void A_run_that_is_not_complete_has_ratios_without_intervals()
    {
        ExecutionComparison comparison = Assert.Single(ExecutionComparison.Of(
            RunEffects.Of(Cells.File(Constant("1:1", 10), DepthFirst(Constant("1:1", 5))) with { Complete = false }), complete: false));

        Assert.Equal(NoInterval.RunIncomplete, Assert.Single(comparison.Cells).TimeRatio!.WithoutInterval);
    }

    private static ExecutionComparison Compare(params CellResult[] cells) =>
        Assert.Single(ExecutionComparison.Of(RunEffects.Of(Cells.File(cells)), complete: true));

    /// <summary>The headline of Table 1 with the given ratio in each round.</summary>
    private static ExecutionContrast Contrast(double[] layer, double[] depthFirst) => Assert.Single(Compare(
        Cells.Cell("1:1", 1, [.. layer.Select(_ => new[] { 1.0 })]),
        Cells.Cell("1:12", 1, [.. layer.Select(ratio => new[] { ratio })]),
        DepthFirst(Cells.Cell("1:1", 1, [.. depthFirst.Select(_ => new[] { 1.0 })])),
        DepthFirst(Cells.Cell("1:12", 1, [.. depthFirst.Select(ratio => new[] { ratio })]))).Contrasts);

    private static double[] Ratios(double middle, double spread) => [middle - spread, middle - spread, middle, middle + spread, middle + spread];

    private static CellResult Constant(string row, double ns) => Cells.Cell(row, 10, [ns], [ns], [ns], [ns], [ns]);

    private static CellResult DepthFirst(CellResult cell) => cell with { Execution = "depth-first" };
}
