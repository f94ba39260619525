using System.Collections.Immutable;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>Networks by machine, and how far machines agree on their order.</summary>
/// <param name="Rows">Rows on which machines disagree first, each kind in the order of the first machine that has them.</param>
/// <param name="Agreements">The order of speeds of each pair of machines, by their indices; only pairs with networks enough in common, and none of more than <see cref="MostPaired"/> machines.</param>
public sealed record NetworkComparison(
    ImmutableArray<NetworkComparisonRow> Rows, ImmutableArray<(int One, int Other, RankCorrelation Correlation)> Agreements)
{
    /// <summary>Of more machines no pairs are compared: their number grows with the square.</summary>
    public const int MostPaired = 24;

    /// <param name="machines">Each machine's networks; null for one without.</param>
    public static NetworkComparison Of(IReadOnlyList<NetworkRun?> machines)
    {
        ImmutableDictionary<string, double>[] speeds = [.. machines.Select(SpeedsOf)];
        string[] names = [.. machines.SelectMany(run => run?.Networks ?? []).Select(network => network.Name).Distinct()];
        string[] shared = [.. names.Where(name => speeds.Count(own => own.ContainsKey(name)) == speeds.Count(own => !own.IsEmpty))];
        ImmutableDictionary<string, int>[] ranks = [.. speeds.Select(own => Ranking.Of(shared.Where(own.ContainsKey), name => own[name]))];
        return new NetworkComparison(
            [
                .. names
                    .Where(name => speeds.Any(own => own.ContainsKey(name)))
                    .Select(name => new NetworkComparisonRow(
                        name,
                        [.. speeds.Select(own => own.TryGetValue(name, out double speed) ? speed : (double?)null)],
                        [.. ranks.Select(own => own.TryGetValue(name, out int rank) ? rank : (int?)null)]))
                    .OrderByDescending(row => row.Disagrees),
            ],
            [
                .. from one in Enumerable.Range(0, machines.Count <= MostPaired ? machines.Count : 0)
                   from other in Enumerable.Range(one + 1, machines.Count - one - 1)
                   let correlation = RankCorrelation.Of(
                       [.. speeds[one].Keys.Where(speeds[other].ContainsKey).Select(name => (speeds[one][name], speeds[other][name]))])
                   where correlation is not null
                   select (one, other, correlation.Value),
            ]);
    }

    private static ImmutableDictionary<string, double> SpeedsOf(NetworkRun? run) => (run?.Networks ?? [])
        .Where(network => network.ImagesPerSecond is not null)
        .DistinctBy(network => network.Name)
        .ToImmutableDictionary(network => network.Name, network => network.ImagesPerSecond!.Value);
}

/// <summary>A network on several machines.</summary>
/// <param name="Name">As in <c>--networks</c>.</param>
/// <param name="ImagesPerSecond">In the order of the machines; null where a machine has no time for it.</param>
/// <param name="Ranks">Place among the networks that all machines with networks measured, 1 for the fastest; null where it is not one of these.</param>
public sealed record NetworkComparisonRow(string Name, ImmutableArray<double?> ImagesPerSecond, ImmutableArray<int?> Ranks)
{
    /// <summary>Whether machines give it different places.</summary>
    public bool Disagrees => Ranks.OfType<int>().Distinct().Count() > 1;
}
