namespace GuidelineBench.Kernels.Simd.Threads;

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
