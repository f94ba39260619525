using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>Counts what a forward pass allocates.</summary>
internal static class Allocation
{
    private const int Passes = 3;

    /// <returns>
    /// Managed bytes allocated by one warm forward pass, the least of a few: the runtime may allocate on its own account
    /// beside one of them, a plan that allocates does so in each.
    /// </returns>
    public static long BytesPerPass(IPlan plan)
    {
        // The counter of one thread is exact; with workers all threads of the process have to be counted.
        Func<long> counter = plan.Options.Threads == 1
            ? GC.GetAllocatedBytesForCurrentThread
            : () => GC.GetTotalAllocatedBytes(precise: true);
        plan.Run();
        counter();
        long least = long.MaxValue;
        for (int pass = 0; pass < Passes && least > 0; pass++)
        {
            long before = counter();
            plan.Run();
            least = Math.Min(least, counter() - before);
        }

        return least;
    }
}
