using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Sections;

internal static class CostModelSection
{
    public static IEnumerable<Section> Of(MachineReport machine)
    {
        if (machine.ModelCheck is { } check && PredictionChart.Of(machine) is { } chart)
            yield return new Section(
                machine.Id("cost-model"),
                "Predicted against measured",
                new Paragraph(
                    $"What a multiply-add, a byte and an operator cost here is fitted on {Numbers.Of(check.Model.Cells.Length, "guideline cell")} of this run, rows of Tables 1 to 4 and stacks of units; " +
                    $"then networks are predicted that the fit never saw ({check.Model.Configuration.Words})."),
                BulletList.Of(CostSentences.Coefficients(check.Model)),
                Figure.Of(chart),
                check.Error is { } error && check.MultiplyAddsOnlyError is { } other ? Families(check, error, other) : null,
                Networks(check),
                Paragraph.Key(
                    "Time is of a forward pass of the whole batch; the last columns say what the predicted time goes to. The interval holds what guideline cells scatter around the model and what the prices can vary. " +
                    "The model knows no map sizes that waste lanes, no caches and no stem: guideline cells have maps of 28x28 and 56x56 alone, and what they do not hold " +
                    $"(first convolutions over three channels, strides, small maps, weights of fully connected layers read once) is charged at the nearest price. {CostSentences.Missed(check)}"))
            { Summary = SummaryPart.Findings };
    }

    private static Table Families(ModelCheck check, ModelError error, ModelError other) => new Columns<(string Name, ModelError Model, ModelError MultiplyAddsOnly)>()
        .Name("family, Table 8", family => family.Name)
        .Number("networks", family => Numbers.Count(family.Model.Networks))
        .Strong("mean error, cost model", family => Numbers.Percent(family.Model.MeanAbsolutePercentage))
        .Number("its mean with sign", family => CostSentences.RelativeError(family.Model.MeanPercentage / 100))
        .Number("mean error, multiply-adds alone", family => Numbers.Percent(family.MultiplyAddsOnly.MeanAbsolutePercentage))
        .Table(
            "Error of the models by family",
            [
                .. check.Families.Select(family => (family.Item1, ModelCheck.ErrorOf(family.Item2)!, ModelCheck.MultiplyAddsOnlyErrorOf(family.Item2)!)),
                ("all of these", error, other),
            ]);

    private static Table Networks(ModelCheck check) => new Columns<PredictedNetwork>()
        .Name("network", network => NetworkNames.Of(network.Network))
        .Strong("predicted, ms", network => CostSentences.Milliseconds(network.Prediction.Ns, network.Prediction.Interval))
        .Number("measured, ms", network => Numbers.Significant(network.MeasuredNs / 1e6))
        .Number("error", network => CostSentences.RelativeError(network.RelativeError))
        .Number("multiply-adds alone, ms", network => Numbers.Significant(network.Prediction.MultiplyAddsOnlyNs / 1e6))
        .Number("error", network => CostSentences.RelativeError(network.MultiplyAddsOnlyError))
        // Terms that some network pays for.
        .Each(
            CostTerms.All.Where(term => check.Networks.Any(network => network.Prediction.NsByTerm[(int)term] > 0)),
            (columns, term) => columns.Number(CostSentences.Column(term), network => Numbers.Percent(100 * network.Prediction.NsByTerm[(int)term] / network.Prediction.Ns)))
        .Table("Predicted and measured times", check.Networks.OrderBy(network => network.MeasuredNs));
}
