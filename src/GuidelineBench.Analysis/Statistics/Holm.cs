using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Statistics;

/// <summary>
/// Holm's procedure, [Holm1979]: of m statements the strongest is judged at level / m, the next at level / (m - 1) and so
/// on, up to the first that is not shown; so with the given probability none of those shown is wrong.
/// </summary>
public static class Holm
{
    /// <param name="level">Probability that any statement of the family is wrong, above 0 and below 1.</param>
    /// <returns>The level at which each is judged, in the order of <paramref name="pValues"/>; all after the first that is not shown have its level.</returns>
    public static ImmutableArray<double> Levels(IReadOnlyList<double> pValues, double level)
    {
        double[] levels = new double[pValues.Count];
        int rank = 0;
        foreach (int index in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]))
        {
            levels[index] = level / (pValues.Count - rank);
            if (pValues[index] <= levels[index])
                rank++;
        }

        return [.. levels];
    }
}
