using System.Collections.Immutable;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Experiments;

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

/// <summary>A breach of a guideline with the network that it is in.</summary>
/// <param name="Times">Places of the network with the same change; all of them are saved.</param>
/// <param name="SavedNs">Of all places together, nanoseconds per pass.</param>
public sealed record NetworkOffence(PredictedNetwork Network, Offence Offence, int Times, double SavedNs)
{
    /// <summary>Saving over the network's predicted time, 0 to 1.</summary>
    public double Share => SavedNs / Network.Prediction.Ns;

    /// <returns>
    /// For each network the change that saves most over all its places, with those that are certain only; networks with the
    /// largest share first.
    /// </returns>
    public static ImmutableArray<NetworkOffence> WorstOf(ModelCheck check) =>
    [
        .. check.Networks
            .Select(network => Worst(network, NetworkAdvice.Of(check.Model, network.Prediction.Charge)))
            .OfType<NetworkOffence>()
            .OrderByDescending(offence => offence.Share),
    ];

    private static NetworkOffence? Worst(PredictedNetwork network, NetworkAdvice advice) => advice.Offences
        .Where(offence => offence.IsCertain)
        .GroupBy(offence => (offence.Guideline, offence.Change))
        .Select(places => new NetworkOffence(network, places.First(), places.Count(), places.Sum(place => place.SavedNs)))
        .MaxBy(offence => offence.SavedNs);
}

/// <summary>A place of a network that breaks a guideline, with what it costs and the change that saves most at equal multiply-adds.</summary>
/// <param name="Layers">Where: the operators concerned, e.g. <c>operator 7: conv1x1 24->144 g=1 + relu6</c>.</param>
/// <param name="Change">What to do, one phrase.</param>
/// <param name="Ns">Predicted time of these operators, nanoseconds per pass.</param>
/// <param name="SavedNs">What the change saves of it, nanoseconds per pass.</param>
/// <param name="SavedInterval">Over bootstrap samples of the model's coefficients; null where the model has none.</param>
public sealed record Offence(Guideline Guideline, string Layers, string Change, double Ns, double SavedNs, Interval? SavedInterval)
{
    /// <summary>Whether the saving stands in every bootstrap sample of the interval.</summary>
    public bool IsCertain => SavedInterval is { Lower: > 0 };
}
