namespace GuidelineBench.Benchmarks.Blocks;

/// <summary>
/// In which order the passes of a visit follow each other: there and back (A B C, C B A), each pair of turns in a new random
/// order. A drift within the visit falls out, and which cell follows which is chance.
/// </summary>
internal static class VisitOrder
{
    /// <param name="cells">1 or more.</param>
    /// <param name="pairs">Pairs of turns.</param>
    /// <returns>Indices of cells; each stands 2 * <paramref name="pairs"/> times.</returns>
    public static IEnumerable<int> Of(int cells, int pairs, Random random)
    {
        int[] order = [.. Enumerable.Range(0, cells)];
        for (int pair = 0; pair < pairs; pair++)
        {
            random.Shuffle(order);
            foreach (int cell in order)
                yield return cell;
            for (int position = order.Length - 1; position >= 0; position--)
                yield return order[position];
        }
    }
}
