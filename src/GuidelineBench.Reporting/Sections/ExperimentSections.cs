using GuidelineBench.Analysis.Engines;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

/// <summary>A section for each controlled experiment, in the paper's order.</summary>
internal static class ExperimentSections
{
    public static IEnumerable<Section> Of(MachineReport machine) =>
        from experiment in ExperimentCatalogue.All
        let configurations = Shown(machine).Where(effects => effects.Experiment == experiment).ToArray()
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

    /// <summary>
    /// Experiments that have a place of their own: an unfused one and those in engines stand beside the one by our kernels, and a
    /// depth-first one is compared with its layer-by-layer one in a section for both executions.
    /// </summary>
    private static IEnumerable<ExperimentEffects> Shown(MachineReport machine) =>
        machine.Effects.Experiments.Where(effects => !machine.Effects.Experiments.Any(other =>
            machine.Effects.UnfusedOf(other) == effects || machine.Effects.DepthFirstOf(other) == effects || EnginesBeside(machine, other).Any(engine => engine.Effects == effects)));

    /// <summary>The same experiment in engines, for the principal configuration.</summary>
    private static IEnumerable<(EngineFinding Finding, ExperimentEffects Effects)> EnginesBeside(MachineReport machine, ExperimentEffects effects) =>
        effects.Configuration != machine.Effects.Principal ? [] :
        from finding in machine.Engines
        where finding.Verdict.Experiment == effects.Experiment && finding.Verdict.Configuration != effects.Configuration
        select (finding, machine.Effects.Experiments.First(other => other.Experiment == effects.Experiment && other.Configuration == finding.Verdict.Configuration));

    private static IEnumerable<IBlock?> Configuration(MachineReport machine, ExperimentEffects effects, int index, bool isNamed)
    {
        ExperimentEffects? unfused = machine.Effects.UnfusedOf(effects);
        yield return isNamed ? new Heading(effects.Configuration.Words) : new Paragraph(effects.Configuration.Words + ".", ParagraphKind.Small);
        (EngineFinding Finding, ExperimentEffects Effects)[] engines = [.. EnginesBeside(machine, effects)];
        yield return Cells(effects, unfused, engines);
        yield return Paragraph.Key(
            $"* time per multiply-add relative to the first row at the same scale{(effects.Cells.Any(cell => cell.RelativeToFirst?.Interval is not null) ? "; its interval over the rounds in brackets" : "")}. " +
            "Multiply-adds and memory access (elements) are those of this run's channels; the bound is Eq. 1 of the paper. The paper's devices ran their own channel columns.");
        yield return Figure.Of(TableChart.Of(machine.Id(effects.Experiment.Id, index), effects, unfused, engines));
        foreach ((EngineFinding finding, ExperimentEffects inEngine) in engines)
        {
            if (inEngine.Controls.IsEmpty)
                continue;
            yield return Controls(inEngine);
            yield return Paragraph.Key(
                $"Rows with whole blocks of channels in every group, as the layout of {EngineSentences.Of(finding)} asks for, of like work: what is left of the guideline there when no row leaves the layout. Time per multiply-add.");
        }
    }

    private static Table Controls(ExperimentEffects effects) => new Columns<ContrastEffect>()
        .Name("scale", control => control.Scale.Label())
        .Text("channels", control => $"{Channels(effects, control.Contrast.Against, control.Scale)} beside {Channels(effects, control.Contrast.Baseline, control.Scale)}")
        .Strong("time", control => Numbers.Ratio(control.Effect?.Median))
        .Quiet("interval", control => control.Effect?.Interval is { } interval ? Numbers.Interval(interval) : "")
        .Table($"Control rows of Table {Numbers.Plain(effects.Experiment.Table)}", effects.Controls);

    /// <summary>E.g. <c>g=8 of 256</c>.</summary>
    private static string Channels(ExperimentEffects effects, string row, Scale scale) =>
        $"{row.Split(' ')[0]} of {string.Join(" and ", effects.Experiment.ControlRows.First(control => control.Label == row).Channels(effects.Configuration.Setting == ChannelSetting.Gpu.Label() ? ChannelSetting.Gpu : ChannelSetting.Cpu, scale).Select(channels => Numbers.Count(channels)))}";

    private static Table Cells(ExperimentEffects effects, ExperimentEffects? unfused, IReadOnlyList<(EngineFinding Finding, ExperimentEffects Effects)> engines)
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
            .Each(engines, (columns, engine) => columns
                .Group(EngineSentences.Of(engine.Finding))
                .Strong("images/s", cell => Numbers.Significant(In(engine.Effects, cell)?.Cell.ImagesPerSecond))
                .Strong("time*", cell => Numbers.Ratio(In(engine.Effects, cell)?.RelativeToFirst?.Median))
                .Quiet("interval", cell => Interval(In(engine.Effects, cell)?.RelativeToFirst, cell))
                .Number("of peak", cell => Numbers.Percent(In(engine.Effects, cell)?.Cell.PercentOfPeak))
                .Number($"to {effects.Configuration.Backend}", cell => Numbers.Ratio(In(engine.Effects, cell) is { } other ? TimeRatios.Of(other.Cell, cell.Cell, complete: true)?.Median : null)))
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

        CellEffect? Unfused(CellEffect cell) => unfused is null ? null : In(unfused, cell);

        static CellEffect? In(ExperimentEffects other, CellEffect cell) => other.Cells.FirstOrDefault(same => same.Row == cell.Row && same.Scale == cell.Scale);

        // The first row's interval would be two ones.
        string Interval(RatioEstimate? estimate, CellEffect cell) =>
            cell.Row != effects.Experiment.Rows[0] && estimate?.Interval is { } interval ? Numbers.Interval(interval) : "";
    }
}
