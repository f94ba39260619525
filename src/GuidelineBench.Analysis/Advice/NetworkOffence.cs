using System.Collections.Immutable;
using GuidelineBench.Analysis.CostModels;

namespace GuidelineBench.Analysis.Advice;

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
