using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class ExecutionSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (!machine.ExecutionComparisons.IsEmpty)
            yield return new Section(
                machine.Id("execution-section"),
                "Layer by layer or depth first",
                [new Paragraph(Sentences.DepthFirst), .. machine.ExecutionComparisons.SelectMany((comparison, index) => Blocks(machine, comparison, index))]);
    }

    private static IEnumerable<IBlock?> Blocks(MachineReport machine, ExecutionComparison comparison, int index)
    {
        if (machine.ExecutionComparisons.Length > 1)
            yield return new Heading(comparison.Configuration.Words);
        if (!comparison.Contrasts.IsEmpty)
        {
            yield return Contrasts(comparison);
            yield return Paragraph.Key(
                "Time per multiply-add of the row that breaks the guideline over the row that follows it, in each execution. What the effect is made of is said where both intervals lie clear of " +
                $"{Numbers.Ratio(1 + Guideline.SmallestEffectThatMatters)}. {Sentences.RunsOfLayers}");
        }

        yield return Figure.Of(ExecutionChart.Of(machine.Id("execution", index), comparison));
        yield return Cells(comparison);
        yield return Paragraph.Key(
            "* time of a forward pass depth first over layer by layer, compared inside the rounds: below 1x depth first is faster. " +
            "Launches are operators, or runs of them, that are started one after the other; with one launch nothing between layers goes through memory.");
    }

    private static Table Contrasts(ExecutionComparison comparison) => new Columns<ExecutionContrast>()
        .Name("scale", contrast => contrast.Scale.Label())
        .Number(ExecutionNames.Layer, contrast => Estimate(contrast.Layer))
        .Number(ExecutionNames.DepthFirst, contrast => Estimate(contrast.DepthFirst))
        .Text("its effect", contrast => ExecutionNames.Of(contrast.Finding))
        .Table(
            "Guidelines layer by layer and depth first",
            "guideline", comparison.Contrasts.GroupBy(contrast => (contrast.Guideline, contrast.Contrast)),
            group => $"{group.Guideline.Id} · {group.Guideline.Name}: {Sentences.Of(group.Contrast)}");

    private static Text Estimate(RatioEstimate? estimate) =>
        [Phrase.Strong(Numbers.Ratio(estimate?.Median)), Phrase.Quiet(estimate?.Interval is { } interval ? " " + Numbers.Interval(interval) : "")];

    private static Table Cells(ExecutionComparison comparison) => new Columns<ExecutionCell>()
        .Name("row", cell => cell.Row.Label)
        .Number("channels", cell => string.Join(", ", cell.Layer.Channels.Select(channels => Numbers.Count(channels))))
        .Each(
            [("Layer by layer", (Func<ExecutionCell, CellResult>)(cell => cell.Layer)), ("Depth first", cell => cell.DepthFirst)],
            (columns, execution) => columns
                .Group(execution.Item1)
                .Number("images/s", cell => Numbers.Significant(execution.Item2(cell).ImagesPerSecond))
                .Number("of peak", cell => Numbers.Percent(execution.Item2(cell).PercentOfPeak))
                .Number("launches", cell => Numbers.Count(execution.Item2(cell).Launches)))
        .Group("Depth first to layer by layer")
        .Strong("time*", cell => Numbers.Ratio(cell.TimeRatio?.Median))
        .Quiet("interval", cell => cell.TimeRatio?.Interval is { } interval ? Numbers.Interval(interval) : "")
        .Table(
            "All rows layer by layer and depth first",
            "table", comparison.Cells.GroupBy(cell => (cell.Experiment, cell.Scale)),
            group => $"Table {Numbers.Plain(group.Experiment.Table)}, {group.Scale.Label()}", TableShape.Wide);
}
