namespace GuidelineBench.Kernels.Simd.Threads;

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
