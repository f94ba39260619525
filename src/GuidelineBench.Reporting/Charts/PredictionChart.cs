using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Predicted against measured time, of the cost model and of multiply-adds alone.</summary>
internal static class PredictionChart
{
    /// <returns>Null where the run has no cost model or no network that it can predict.</returns>
    public static PointChart? Of(MachineReport machine) => machine.ModelCheck is { } check
        ? new PointChart(
            machine.IdPrefix + "predicted",
            CostSentences.Finding(check),
            new ChartAxis("measured, ms", Logarithmic: true),
            new ChartAxis("predicted, ms", Logarithmic: true),
            "dashed: as predicted; above it the model is too slow, under it too fast",
            [
                Panel("cost model", check, network => network.Prediction.Ns),
                Panel("multiply-adds alone", check, network => network.Prediction.MultiplyAddsOnlyNs),
            ])
        : null;

    private static PointPanel Panel(string name, ModelCheck check, Func<PredictedNetwork, double> predictedNs)
    {
        ImmutableArray<ChartPoint> points = [.. check.Networks.Select(network => Point(network, predictedNs(network)))];
        return new PointPanel(name, points, ChartLine.Guide(points, ms => ms, ms => ms));
    }

    private static ChartPoint Point(PredictedNetwork network, double predictedNs) => new(
        NetworkSeries.OfFamily(network.Network.Case?.Entry.Family ?? ""),
        network.MeasuredNs / 1e6,
        predictedNs / 1e6,
        "",
        2,
        $"{NetworkNames.Of(network.Network)}: measured {Numbers.WithUnit(network.MeasuredNs / 1e6, "ms")}, predicted {Numbers.WithUnit(predictedNs / 1e6, "ms")}");
}
