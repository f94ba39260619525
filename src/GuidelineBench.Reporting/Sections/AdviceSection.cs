using GuidelineBench.Analysis.Advice;

namespace GuidelineBench.Reporting.Sections;

internal static class AdviceSection
{
    private const int Most = 12;

    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.ModelCheck is { } check && NetworkOffence.WorstOf(check) is { IsEmpty: false } offences)
            yield return new Section(
                machine.Id("advice"),
                "What to change first",
                new Paragraph([
                    "For each network of the run the breach of a guideline that costs most on this machine, by the prices above, and the change that saves it at equal multiply-adds. Only savings that stand in 95 % of bootstrap samples are listed; ",
                    Phrase.Code("advise"),
                    " lists all of them, layer by layer, for networks of yours too.",
                ]),
                new Columns<NetworkOffence>()
                    .Name("network", offence => NetworkNames.Of(offence.Network.Network))
                    .Text("guideline", offence => offence.Offence.Guideline.Id)
                    .Text("change", offence => offence.Offence.Change)
                    .Number("places", offence => Numbers.Count(offence.Times))
                    .Strong("saves, µs", offence => Numbers.Significant(offence.SavedNs / 1e3))
                    .Number("of its time", offence => Numbers.Percent(100 * offence.Share))
                    .Number("predicted before, ms", offence => Numbers.Significant(offence.Network.Prediction.Ns / 1e6))
                    .Number("after, ms", offence => Numbers.Significant((offence.Network.Prediction.Ns - offence.SavedNs) / 1e6))
                    .Table("Advice", offences.Take(Most)),
                Paragraph.Key("Predicted, not measured, and for this tool's kernels. Accuracy is not part of it: a change keeps the multiply-adds, not the function."));
    }
}
