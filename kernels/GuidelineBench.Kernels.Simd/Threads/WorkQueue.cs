namespace GuidelineBench.Kernels.Simd.Threads;

/// <summary>
/// The items of the stage that is running. Every thread has a share of its own, the same in every layer, so that its part of a map
/// stays in its own cache; it takes half of what is left of it at a time, and when it has none left, half of what another thread
/// has. So nobody waits long for a core that is slower or has other work too.
/// </summary>
internal sealed class WorkQueue(int threads)
{
    /// <summary>By thread, how many items of its share are taken.</summary>
    private readonly PaddedCounter[] taken = [.. Enumerable.Range(0, threads).Select(_ => new PaddedCounter())];

    public int Threads { get; } = threads;

    /// <summary>Ranges of items for one thread to work on.</summary>
    /// <param name="items">Of the stage.</param>
    /// <param name="useful">How many threads take part; the first ones.</param>
    public WorkRanges Take(long items, int thread, int useful) => new(this, items, thread, useful);

    /// <summary>Gives every thread its share again; by one thread, while none takes any.</summary>
    public void Refill()
    {
        foreach (PaddedCounter counter in taken)
            counter.Value = 0;
    }

    /// <summary>Takes half of what is left of a thread's share, the last item too.</summary>
    internal bool TryTake(long items, int owner, int useful, out long first, out long end)
    {
        (long shareFirst, long shareEnd) = WorkShare.Of(items, owner, useful);
        int share = (int)(shareEnd - shareFirst);
        ref int counter = ref taken[owner].Value;
        for (int before = Volatile.Read(ref counter); before < share;)
        {
            int after = before + (share - before + 1) / 2;
            int seen = Interlocked.CompareExchange(ref counter, after, before);
            if (seen == before)
            {
                (first, end) = (shareFirst + before, shareFirst + after);
                return true;
            }

            before = seen;
        }

        (first, end) = (0, 0);
        return false;
    }
}

/// <summary>The ranges of items that one thread takes from a <see cref="WorkQueue"/>, for a <c>foreach</c>.</summary>
internal struct WorkRanges(WorkQueue queue, long items, int thread, int useful)
{
    private int others = thread < useful ? 0 : useful;

    public (long First, long End) Current { get; private set; }

    public readonly WorkRanges GetEnumerator() => this;

    public bool MoveNext()
    {
        // A thread alone takes everything at once.
        if (useful == 1)
        {
            if (others > 0 || items == 0)
                return false;
            others = 1;
            Current = (0, items);
            return true;
        }

        for (; others < useful; others++)
        {
            if (queue.TryTake(items, (thread + others) % useful, useful, out long first, out long end))
            {
                Current = (first, end);
                return true;
            }
        }

        return false;
    }
}

/// <summary>Splits items evenly: every thread has the same items in every layer, so its part of a map stays in its own cache.</summary>
internal static class WorkShare
{
    /// <summary>Threads may wait this share of the time for the slowest before channels are shared besides tiles.</summary>
    private const double MostIdle = 0.03;

    /// <summary>
    /// Multiply-adds that a further thread is woken for: half a microsecond on a core with 512-bit vectors, several times
    /// the barrier (75 ns measured on two cores), because the maps' cache lines have to travel between the cores as well.
    /// </summary>
    private const long LeastWorkPerThread = 32_768;

    /// <returns>The first item of a thread and the first of the next one.</returns>
    public static (long First, long End) Of(long items, int thread, int threads) =>
        (items * thread / threads, items * (thread + 1) / threads);

    /// <returns>Into how many parts by channel each tile's work is to be cut: 1, or as many as there are threads.</returns>
    public static int Parts(long tiles, int threads)
    {
        long slowest = (tiles + threads - 1) / threads;
        return (double)(slowest * threads - tiles) / (slowest * threads) > MostIdle ? threads : 1;
    }

    /// <returns>How many of the threads are worth using, 1 or more.</returns>
    public static int Useful(long work, int threads) => (int)Math.Clamp(work / LeastWorkPerThread, 1, threads);
}
