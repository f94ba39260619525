namespace GuidelineBench.Sampling;

/// <summary>
/// Which of a test's cases run: all of them with <c>./run.sh test --all</c>; else a part in which every kind of case is.
/// The part is drawn by a seed that stands here, so it is the same on every machine until the cases change.
/// </summary>
internal static class TestPart
{
    /// <summary>Has the value <c>all</c> for all cases.</summary>
    public const string Variable = "GUIDELINEBENCH_TESTS";

    private const int Seed = 20180730;

    public static bool IsAll { get; } = Environment.GetEnvironmentVariable(Variable) == "all";

    /// <summary>A number that a test takes longer for: runs of a simulation, inputs.</summary>
    public static int Number(int all, int part) => IsAll ? all : part;

    /// <summary>All cases, or of each kind as many as asked for, in their order.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> cases, Func<T, string> kind, int ofEach = 1) => IsAll ? cases : Drawn(cases, kind, ofEach);

    /// <summary>All cases, or so few that every kind is in one of them, in their order.</summary>
    /// <param name="kinds">A case may be of several.</param>
    public static IEnumerable<T> Covering<T>(IEnumerable<T> cases, Func<T, IEnumerable<string>> kinds) => IsAll ? cases : Cover(cases, kinds);

    /// <inheritdoc cref="Of"/>
    internal static IEnumerable<T> Drawn<T>(IEnumerable<T> cases, Func<T, string> kind, int ofEach)
    {
        T[] all = [.. cases];
        return Shuffled(all.Length).GroupBy(index => kind(all[index])).SelectMany(same => same.Take(ofEach)).Order().Select(index => all[index]);
    }

    /// <inheritdoc cref="Covering"/>
    internal static IEnumerable<T> Cover<T>(IEnumerable<T> cases, Func<T, IEnumerable<string>> kinds)
    {
        T[] all = [.. cases];
        var missing = new Dictionary<int, HashSet<string>>();
        for (int index = 0; index < all.Length; index++)
            missing[index] = [.. kinds(all[index])];
        int[] order = Shuffled(all.Length);
        var chosen = new List<int>();
        // The case with the most kinds that are still missing, the first of the draw where several have as many.
        while (missing.Values.Any(left => left.Count > 0))
        {
            int best = order.MaxBy(index => missing[index].Count);
            string[] covered = [.. missing[best]];
            chosen.Add(best);
            foreach (HashSet<string> left in missing.Values)
                left.ExceptWith(covered);
        }

        return chosen.Order().Select(index => all[index]);
    }

    private static int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(Seed).Shuffle(order);
        return order;
    }
}
