using System.Text;
using GuidelineBench.Analysis.Conditions;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>A machine's facts, tables, ceilings and doubts in Markdown.</summary>
internal static class MachineTables
{
    public static void Append(StringBuilder text, MachineReport machine)
    {
        MarkdownTable.Append(text, ["fact", "value"], 2, MachineFacts.Of(machine).Select(fact => new[] { fact.Name, fact.Value }));
        string[] sentences = [Sentences.WhoseKernels(machine), Sentences.Intervals(machine), Sentences.Quoted(machine)];
        text.AppendJoin(' ', sentences.Where(sentence => sentence.Length > 0).Select(MarkdownText.Escape)).Append("\n\n");
        foreach (ExperimentEffects effects in machine.Effects.Experiments)
            if (!machine.Effects.Experiments.Any(layer => machine.Effects.DepthFirstOf(layer) == effects))
                AppendExperiment(text, effects);
        ExecutionTables.Append(text, machine);
        NetworkLines.Append(text, machine);
        AppendOtherCells(text, machine);
        SustainedTable.Append(text, machine);
        AppendCeilings(text, machine.File);
        AppendDoubts(text, machine);
        if (machine.File.Command is { } command)
            text.Append("To repeat: ").Append(MarkdownText.Escape(command)).Append("\n\n");
    }

    private static void AppendExperiment(StringBuilder text, ExperimentEffects effects)
    {
        Experiment experiment = effects.Experiment;
        text.Append("## Table ").Append(Numbers.Plain(experiment.Table)).Append(": ").Append(experiment.Title)
            .Append(" (").Append(experiment.Guideline.Id).Append(")\n\n")
            .Append(MarkdownText.Escape(CellNames.Of(effects.Configuration))).Append(". ")
            .Append(MarkdownText.Escape($"Varied: {experiment.Varies} Kept equal: {experiment.KeepsEqual}")).Append("\n\n");
        MarkdownTable.Append(
            text,
            [
                "row", "scale", "images/s", "time per multiply-add to first row", "GFLOP/s", "of peak",
                Sentences.PaperPhone, Sentences.PaperGpu, "multiply-adds, 10⁶", "memory access, 10⁶", "to its bound",
            ],
            2,
            effects.Cells.Select(cell => new[]
            {
                cell.Row.Label,
                cell.Scale.Label(),
                Numbers.Significant(cell.Cell.ImagesPerSecond),
                Numbers.Estimate(cell.RelativeToFirst),
                Numbers.Significant(cell.Cell.Gflops),
                Numbers.Percent(cell.Cell.PercentOfPeak),
                Numbers.Ratio(cell.Paper.Cpu?.TimeRatio),
                Numbers.Ratio(cell.Paper.Gpu?.TimeRatio),
                Numbers.Millions(cell.Cell.MultiplyAdds),
                Numbers.Millions(cell.Cell.MemoryAccess),
                Numbers.Ratio(cell.Cell.MemoryAccessBound > 0 ? cell.Cell.MemoryAccess / cell.Cell.MemoryAccessBound : null),
            }));
        foreach (string reading in experiment.Readings)
            text.Append("- ").Append(MarkdownText.Escape(reading)).Append('\n');
        text.Append('\n');
    }

    private static void AppendOtherCells(StringBuilder text, MachineReport machine)
    {
        if (machine.Effects.OtherCells.IsEmpty)
            return;
        text.Append("## Other cells\n\n");
        MarkdownTable.Append(
            text,
            ["experiment", "row", "scale", "configuration", "images/s", "GFLOP/s", "multiply-adds, 10⁶"],
            4,
            machine.Effects.OtherCells.Select(cell => new[]
            {
                cell.Experiment, cell.Row, cell.Scale ?? Numbers.None, CellNames.Of(Configuration.Of(cell)),
                Numbers.Significant(cell.ImagesPerSecond), Numbers.Significant(cell.Gflops), Numbers.Millions(cell.MultiplyAdds),
            }));
    }

    private static void AppendCeilings(StringBuilder text, ResultFile file)
    {
        if (file.Ceilings.IsEmpty)
            return;
        text.Append("## Ceilings\n\n");
        MarkdownTable.Append(
            text,
            ["backend", "threads", "multiply-adds, GFLOP/s", "bandwidth, GB/s"],
            1,
            file.Ceilings.Select(ceiling => new[]
            {
                ceiling.Backend, Numbers.Count(ceiling.Threads), Numbers.Significant(ceiling.FmaGflops),
                string.Join(", ", ceiling.BandwidthGBs.Select(level => $"{level.Key} {Numbers.Significant(level.Value)}")),
            }));
    }

    private static void AppendDoubts(StringBuilder text, MachineReport machine)
    {
        if (machine.Doubts.IsEmpty)
            return;
        text.Append("## What was doubtful\n\n");
        foreach (Doubt doubt in machine.Doubts)
            text.Append("- ").Append(MarkdownText.Escape(DoubtSentences.Of(doubt, machine.File))).Append('\n');
        foreach (CellResult cell in machine.File.Cells.Where(cell => cell.Skipped is not null))
            text.Append("- skipped: ").Append(MarkdownText.Escape($"{CellNames.Of(cell)}: {cell.Skipped}")).Append('\n');
        text.Append('\n');
    }
}
