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
