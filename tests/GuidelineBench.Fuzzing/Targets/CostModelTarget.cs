using System.Collections.Immutable;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Files that were accepted, as the data of a cost model that predicts a cell of its own.</summary>
internal static class CostModelTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(ResultFileJson.Serialize(Tables()));
        return new FuzzTarget("cost-model", 1, samples, TargetCatalogue.WordsOf(samples), input => Answer.Of<ResultFileException>(() =>
            string.Join('\n', CostModelFit.Of(ResultFileJson.Parse(input, "results.json")).Select(Predicted))));
    }

    private static string Predicted(CostModel model)
    {
        foreach (Coefficient price in model.Coefficients)
            Promise.Holds(double.IsFinite(price.NsPerUnit) && price.NsPerUnit >= 0, $"A price is none: {price}");
        Prediction prediction = model.Predict(model.Cells[^1].Charge);
        Promise.Holds(double.IsFinite(prediction.Ns) && prediction.Ns >= 0, $"A time is none: {prediction}");
        Promise.Holds(
            prediction.Interval is not { } interval || (double.IsFinite(interval.Upper) && interval.Lower >= 0 && interval.Lower <= interval.Upper),
            $"An interval is none: {prediction.Interval}");
        double sum = prediction.NsByTerm.Sum();
        Promise.Holds(Math.Abs(sum - prediction.Ns) <= 1e-9 * prediction.Ns, $"The shares {sum} are not the whole {prediction.Ns}.");
        return $"{model.Configuration} {prediction.Ns:R} {prediction.Interval}";
    }

    /// <summary>Tables 1-4 at x1, in enough rounds for intervals.</summary>
    private static ResultFile Tables() => SampleResults.Run with
    {
        Noise = [],
        Cells =
        [
            .. from experiment in ExperimentCatalogue.All
               from cell in experiment.Cells(ChannelSetting.Cpu, [Scale.X1])
               let subject = CellSubject.Of(cell)
               let ns = 1e6 + 5000 * subject.Graph.Nodes.Length
               select SampleResults.Run.Cells[0] with
               {
                   Experiment = subject.Experiment,
                   Guideline = subject.Guideline?.Id,
                   Row = subject.Row,
                   GraphChecksum = null,
                   Operators = null,
                   Rounds = [.. Enumerable.Range(0, 5).Select(round => ImmutableArray.Create(ns * (1 + 0.002 * round)))],
                   MedianNs = ns,
               },
        ],
    };
}
