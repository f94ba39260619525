using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Sections;

/// <summary>The first minute of a sustained run beside its last.</summary>
internal static class SustainedSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.Sustained is { } sustained)
            yield return new Section(
                machine.Id("sustained"),
                "Does the speed last?",
                new Paragraph(SustainedSentences.Finding(sustained)),
                new Columns<SustainedCell>()
                    .Name("cell", cell => machine.Names.Of(cell.Cell))
                    .Text("configuration", cell => Configuration.Of(cell.Cell).Words)
                    .Number("first minute, ms", cell => SustainedSentences.Milliseconds(cell.Times.FirstNs))
                    .Number("last minute, ms", cell => SustainedSentences.Milliseconds(cell.Times.LastNs))
                    .Strong("last to first", cell => Numbers.Ratio(cell.Ratio))
                    .Table("First and last minute", sustained.Cells));
    }
}
