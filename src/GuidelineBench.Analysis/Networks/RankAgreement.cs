using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Networks;

/// <summary>How the order of measured speeds agrees with other orders of the same networks.</summary>
/// <param name="Level">Level of complexity; null for all levels together.</param>
/// <param name="Networks">With a measured time.</param>
/// <param name="Phone">With the paper's phone; null under <see cref="RankCorrelation.FewestPairs"/> networks that both have.</param>
/// <param name="Gpu">With the paper's GPU.</param>
/// <param name="FewerMultiplyAdds">With fewer multiply-adds first, as counted here.</param>
public sealed record RankAgreement(
    int? Level, int Networks, RankCorrelation? Phone, RankCorrelation? Gpu, RankCorrelation? FewerMultiplyAdds)
{
    /// <param name="networks">Each with a measured time, each once.</param>
    public static RankAgreement Of(int? level, IReadOnlyCollection<ComparedNetwork> networks)
    {
        return new RankAgreement(
            level,
            networks.Count,
            With(row => row.Paper.PhoneImagesPerSecond),
            With(row => row.Paper.GpuPerSecond),
            With(row => -row.Measured!.Cell.MultiplyAdds));

        RankCorrelation? With(Func<ComparedNetwork, double?> other) => RankCorrelation.Of(
            [.. networks.Where(row => other(row) is not null).Select(row => (row.ImagesPerSecond!.Value, other(row)!.Value))]);
    }
}

/// <summary>Places by speed, 1 for the fastest; equal speeds share a place.</summary>
public static class Ranking
{
    /// <returns>By item; items without a value have no place.</returns>
    public static ImmutableDictionary<T, int> Of<T>(IEnumerable<T> items, Func<T, double?> speed)
        where T : notnull
    {
        (T Item, double Speed)[] ordered =
        [
            .. from item in items
               let value = speed(item)
               where value is not null
               orderby value descending
               select (item, value.Value),
        ];
        return ordered.ToImmutableDictionary(entry => entry.Item, entry => 1 + Array.FindIndex(ordered, other => other.Speed == entry.Speed));
    }
}
