using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

/// <summary>A section for each controlled experiment, in the paper's order.</summary>
internal static class ExperimentSections
{
    public static IEnumerable<Section> Of(MachineReport machine) =>
        from experiment in ExperimentCatalogue.All
        let configurations = Shown(machine.Effects).Where(effects => effects.Experiment == experiment).ToArray()
        where configurations.Length > 0
        select new Section(
            IdOf(machine, experiment),
            experiment.Title,
            [
                new Paragraph([Phrase.Strong("Varied:"), $" {experiment.Varies}", Phrase.Break, Phrase.Strong("Kept equal:"), $" {experiment.KeepsEqual}"]),
                .. configurations.SelectMany((effects, index) => Configuration(machine, effects, index, configurations.Length > 1)),
                BulletList.Of(experiment.Readings, ListKind.Notes),
            ])
        { Tag = $"Table {Numbers.Plain(experiment.Table)} · {experiment.Guideline.Id}" };

    public static string IdOf(MachineReport machine, Experiment experiment) => machine.Id(experiment.Id + "-section");

    /// <summary>Experiments that have a place of their own: an unfused one stands beside its fused one, and a depth-first one is compared with its layer-by-layer one in a section for both executions.</summary>
    private static IEnumerable<ExperimentEffects> Shown(RunEffects run) =>
        run.Experiments.Where(effects => !run.Experiments.Any(other => run.UnfusedOf(other) == effects || run.DepthFirstOf(other) == effects));

    private static IEnumerable<IBlock?> Configuration(MachineReport machine, ExperimentEffects effects, int index, bool isNamed)
    {
        ExperimentEffects? unfused = machine.Effects.UnfusedOf(effects);
        yield return isNamed ? new Heading(effects.Configuration.Words) : new Paragraph(effects.Configuration.Words + ".", ParagraphKind.Small);
        yield return Cells(effects, unfused);
        yield return Paragraph.Key(
            $"* time per multiply-add relative to the first row at the same scale{(effects.Cells.Any(cell => cell.RelativeToFirst?.Interval is not null) ? "; its interval over the rounds in brackets" : "")}. " +
            "Multiply-adds and memory access (elements) are those of this run's channels; the bound is Eq. 1 of the paper. The paper's devices ran their own channel columns.");
        yield return Figure.Of(TableChart.Of(machine.Id(effects.Experiment.Id, index), effects, unfused));
    }

    private static Table Cells(ExperimentEffects effects, ExperimentEffects? unfused)
    {
        return new Columns<CellEffect>()
            .Name("row", cell => cell.Row.Label)
            .Number("channels", cell => string.Join(", ", cell.Cell.Channels.Select(channels => Numbers.Count(channels))))
            .Group(
                (unfused is null ? "Measured here" : "Measured here, fused") + ExecutionNames.Suffix(effects.Configuration),
                instead: cell => cell.Cell is { Skipped: { } reason, MedianNs: null } ? $"skipped: {reason}" : null)
            .Strong("images/s", cell => Numbers.Significant(cell.Cell.ImagesPerSecond))
            .Strong("time*", cell => Numbers.Ratio(cell.RelativeToFirst?.Median))
            .Quiet("interval", cell => Interval(cell.RelativeToFirst, cell))
            .Number("GFLOP/s", cell => Numbers.Significant(cell.Cell.Gflops))
            .Number("of peak", cell => Numbers.Percent(cell.Cell.PercentOfPeak))
            .If(unfused is not null, columns => columns
                .Group("Measured here, unfused")
                .Strong("images/s", cell => Numbers.Significant(Unfused(cell)?.Cell.ImagesPerSecond))
                .Strong("time*", cell => Numbers.Ratio(Unfused(cell)?.RelativeToFirst?.Median))
                .Quiet("interval", cell => Interval(Unfused(cell)?.RelativeToFirst, cell)))
            .Group(Sentences.PaperPhone)
            .Number("images/s", cell => Numbers.Printed(cell.Paper.Cpu?.PerSecond, ChannelSetting.Cpu))
            .Number("time*", cell => Numbers.Ratio(cell.Paper.Cpu?.TimeRatio))
            .Group(Sentences.PaperGpu)
            .Number("batches/s", cell => Numbers.Printed(cell.Paper.Gpu?.PerSecond, ChannelSetting.Gpu))
            .Number("time*", cell => Numbers.Ratio(cell.Paper.Gpu?.TimeRatio))
            .Group("Cost of one image")
            .Number("multiply-adds, 10⁶", cell => Numbers.Millions(cell.Cell.MultiplyAdds))
            .Number("memory access, 10⁶", cell => Numbers.Millions(cell.Cell.MemoryAccess))
            .Number("to first row", cell => Numbers.Ratio(cell.RelativeMemoryAccess))
            .Number("to its bound", cell => Numbers.Ratio(cell.Cell.MemoryAccessBound > 0 ? cell.Cell.MemoryAccess / cell.Cell.MemoryAccessBound : null))
            .Table(
                $"Table {Numbers.Plain(effects.Experiment.Table)}: {effects.Experiment.Title}",
                "scale", effects.Cells.GroupBy(cell => cell.Scale), scale => scale.Label(), TableShape.Wide);

        CellEffect? Unfused(CellEffect cell) => unfused?.Cells.FirstOrDefault(other => other.Row == cell.Row && other.Scale == cell.Scale);

        // The first row's interval would be two ones.
        string Interval(RatioEstimate? estimate, CellEffect cell) =>
            cell.Row != effects.Experiment.Rows[0] && estimate?.Interval is { } interval ? Numbers.Interval(interval) : "";
    }
}
