namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>The order in which a round visits the cells: another in every round, so that no cell always runs early, late or after the same one.</summary>
internal static class RoundOrder
{
    /// <param name="round">From 1. The order depends on seed and round alone, so a resumed run continues as it would have.</param>
    /// <returns>0 to count - 1, shuffled.</returns>
    public static int[] Of(int count, int seed, int round)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        // A prime apart, so that neighbouring seeds do not share their rounds' orders.
        new Random(unchecked(seed * 7919 + round)).Shuffle(order);
        return order;
    }
}
