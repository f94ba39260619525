using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.CostModels;

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
