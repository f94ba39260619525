using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>A network on several machines.</summary>
/// <param name="Name">As in <c>--networks</c>.</param>
/// <param name="ImagesPerSecond">In the order of the machines; null where a machine has no time for it.</param>
/// <param name="Ranks">Place among the networks that all machines with networks measured, 1 for the fastest; null where it is not one of these.</param>
public sealed record NetworkComparisonRow(string Name, ImmutableArray<double?> ImagesPerSecond, ImmutableArray<int?> Ranks)
{
    /// <summary>Whether machines give it different places.</summary>
    public bool Disagrees => Ranks.OfType<int>().Distinct().Count() > 1;
}
