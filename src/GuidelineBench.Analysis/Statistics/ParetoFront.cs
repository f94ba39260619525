using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Statistics;

/// <summary>Which of several choices no other choice beats.</summary>
public static class ParetoFront
{
    /// <summary>
    /// The items that no other item beats: no other is at least as good in both respects and better in one. Equal ones
    /// stay together.
    /// </summary>
    /// <param name="gain">What should be large.</param>
    /// <param name="loss">What should be small.</param>
    /// <returns>By falling gain.</returns>
    public static ImmutableArray<T> Of<T>(IReadOnlyCollection<T> items, Func<T, double> gain, Func<T, double> loss)
    {
        ImmutableArray<T>.Builder front = ImmutableArray.CreateBuilder<T>();
        double leastLoss = double.PositiveInfinity, itsGain = double.NaN;
        foreach (T item in items.OrderByDescending(gain).ThenBy(loss))
        {
            if (loss(item) < leastLoss)
                (leastLoss, itsGain) = (loss(item), gain(item));
            else if (loss(item) != leastLoss || gain(item) != itsGain)
                continue;
            front.Add(item);
        }

        return front.ToImmutable();
    }
}
