using System.Collections.Immutable;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>A cost model beside the networks of a run, none of which it was fitted on.</summary>
/// <param name="Networks">Those with a time whose terms the model knows and gives a price above zero, in the order of the file.</param>
public sealed record ModelCheck(CostModel Model, ImmutableArray<PredictedNetwork> Networks)
{
    /// <summary>
    /// The families that the model is judged by, declared before anything was measured: their units stand in Appendix
    /// Table 1 (b), or are made of the same kinds of layers.
    /// </summary>
    public static ImmutableArray<string> JudgedFamilies { get; } =
        ["ShuffleNet v1", "ShuffleNet v2", "MobileNet v1", "MobileNet v2", "Xception"];

    private const string JudgedGroup = "table8";

    /// <summary>The networks of <see cref="JudgedFamilies"/> in Table 8.</summary>
    public IEnumerable<PredictedNetwork> Judged => Networks.Where(network => FamilyOf(network) is not null);

    /// <summary>Over <see cref="Judged"/>; null without any.</summary>
    public ModelError? Error => ErrorOf(Judged);

    /// <summary>The same of the model that knows multiply-adds alone.</summary>
    public ModelError? MultiplyAddsOnlyError => MultiplyAddsOnlyErrorOf(Judged);

    /// <summary>By family, in the order of <see cref="JudgedFamilies"/>; only those in the run.</summary>
    public IEnumerable<(string Family, ImmutableArray<PredictedNetwork> Networks)> Families =>
        from family in JudgedFamilies
        let networks = Judged.Where(network => FamilyOf(network) == family).ToImmutableArray()
        where !networks.IsEmpty
        select (family, networks);

    public static ModelError? ErrorOf(IEnumerable<PredictedNetwork> networks) =>
        ModelError.Of([.. networks.Select(network => (network.Prediction.Ns, network.MeasuredNs))]);

    public static ModelError? MultiplyAddsOnlyErrorOf(IEnumerable<PredictedNetwork> networks) =>
        ModelError.Of([.. networks.Select(network => (network.Prediction.MultiplyAddsOnlyNs, network.MeasuredNs))]);

    /// <param name="measured">A run on the machine whose cells the model was fitted on: the same file, or another.</param>
    public static ModelCheck Of(CostModel model, ResultFile measured) => new(
        model,
        [
            .. from cell in measured.Cells
               where CellSubject.IsNetwork(cell.Experiment) && CostConfiguration.Of(cell) == model.Configuration
               let charged = ChargedCell.Of(cell)
               where charged is not null && model.UnknownTerms(charged.Charge).IsEmpty
               let prediction = model.Predict(charged.Charge)
               where prediction is { Ns: > 0, MultiplyAddsOnlyNs: > 0 }
               select new PredictedNetwork(MeasuredNetwork.Of(cell)!, prediction, charged.Ns),
        ]);

    /// <returns>Null for a network that the model is not judged by.</returns>
    public static string? FamilyOf(PredictedNetwork network) =>
        network.Network.Case is { } known && known.Rows.Any(row => row.Group == JudgedGroup)
            ? JudgedFamilies.FirstOrDefault(family => known.Entry.Family.Contains(family, StringComparison.Ordinal))
            : null;
}

/// <summary>How far a model's predictions lie from measurements.</summary>
/// <param name="Networks">Number of networks.</param>
/// <param name="MeanAbsolutePercentage">Mean of |predicted / measured - 1|, percent.</param>
/// <param name="MeanPercentage">Mean of predicted / measured - 1, percent: under 0 where the model is too fast.</param>
/// <param name="Ranks">How the order of predicted times agrees with the order of measured ones; null for few networks.</param>
public sealed record ModelError(int Networks, double MeanAbsolutePercentage, double MeanPercentage, RankCorrelation? Ranks)
{
    /// <param name="times">Predicted and measured nanoseconds.</param>
    /// <returns>Null for none.</returns>
    public static ModelError? Of(IReadOnlyCollection<(double Predicted, double Measured)> times) => times.Count == 0
        ? null
        : new ModelError(
            times.Count,
            100 * times.Average(time => Math.Abs(time.Predicted / time.Measured - 1)),
            100 * times.Average(time => time.Predicted / time.Measured - 1),
            RankCorrelation.Of(times));
}

/// <summary>A network that the model never saw, predicted beside its measurement.</summary>
/// <param name="MeasuredNs">Nanoseconds per forward pass, median of the rounds.</param>
public sealed record PredictedNetwork(MeasuredNetwork Network, Prediction Prediction, double MeasuredNs)
{
    /// <summary>Predicted over measured time, less 1.</summary>
    public double RelativeError => Prediction.Ns / MeasuredNs - 1;

    /// <summary>The same for the model that knows multiply-adds alone.</summary>
    public double MultiplyAddsOnlyError => Prediction.MultiplyAddsOnlyNs / MeasuredNs - 1;
}
