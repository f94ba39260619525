using System.Collections.Immutable;
using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Analysis.Advice;

/// <summary>Where a network breaks the guidelines on a measured machine.</summary>
/// <param name="Prediction">The network as it is.</param>
/// <param name="Offences">Largest saving first. Each is a change alone: two changes of neighbours can be in each other's way.</param>
public sealed record NetworkAdvice(Prediction Prediction, ImmutableArray<Offence> Offences)
{
    /// <summary>A saving under this share of the network's time is not worth a line.</summary>
    public const double SmallestShare = 0.0005;

    /// <summary>Predicted nanoseconds of a pass after one change.</summary>
    public double NsAfter(Offence offence) => Prediction.Ns - offence.SavedNs;

    /// <exception cref="ArgumentException">The model cannot predict the network.</exception>
    public static NetworkAdvice Of(CostModel model, NetworkCharge charge)
    {
        Prediction prediction = model.Predict(charge);
        var survey = new OffenceSurvey(model, charge);
        return new NetworkAdvice(
            prediction,
            [
                .. survey.UnequalWidths().Concat(survey.Groups()).Concat(survey.Fragments()).Concat(survey.Elementwise())
                    .Where(offence => offence.SavedNs > SmallestShare * prediction.Ns)
                    .OrderByDescending(offence => offence.SavedNs),
            ]);
    }
}
