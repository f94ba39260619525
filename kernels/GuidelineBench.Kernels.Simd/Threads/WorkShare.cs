namespace GuidelineBench.Kernels.Simd.Threads;

/// <summary>Splits items evenly: every thread has the same items in every layer, so its part of a map stays in its own cache.</summary>
internal static class WorkShare
{
    /// <returns>The first item of a thread and the first of the next one.</returns>
    public static (long First, long End) Of(long items, int thread, int threads) =>
        (items * thread / threads, items * (thread + 1) / threads);
}
