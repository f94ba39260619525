using System.Diagnostics;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>
/// The plan of a cell, ready to run. Kept, it is compiled once; else it exists from <see cref="Open"/> to
/// <see cref="Close"/> and is compiled again each time, for runs whose plans do not fit in memory together.
/// </summary>
/// <param name="compiled">The plan, verified and with its input written.</param>
/// <param name="isKept">Whether it stays when it is closed.</param>
/// <param name="compile">Compiles it once more as it was.</param>
public sealed class CellPlan(IPlan compiled, bool isKept, Func<IPlan> compile) : IDisposable
{
    private IPlan? plan = compiled;

    /// <summary>Whether its operators can be run one by one.</summary>
    public bool HasSteps { get; } = compiled is ISteppedPlan;

    /// <exception cref="PlanException">It cannot be compiled any more.</exception>
    public IPlan Open() => plan ??= compile();

    /// <summary>Compiles a plan that is kept once more; one that is not is compiled at its next opening anyway.</summary>
    /// <exception cref="PlanException">It cannot be compiled any more.</exception>
    public void Renew()
    {
        if (plan is null)
            return;
        Dispose();
        plan = compile();
    }

    public void Close()
    {
        if (!isKept)
            Dispose();
    }

    public void Dispose()
    {
        plan?.Dispose();
        plan = null;
    }
}

/// <summary>Finds out roughly how long a forward pass takes, once per run, so that every round takes equally many.</summary>
internal static class Pilot
{
    private const int Passes = 3;

    private const double IterationNs = 10e6, QuickIterationNs = 5e6;

    /// <summary>A pass as long as this is known well enough after the first.</summary>
    private const double LongPassNs = 100e6;

    /// <returns>Forward passes that make up a sample: as many as fill 10 ms (quick: 5 ms), at least one.</returns>
    public static int PassesPerIteration(double passNs, bool quick) =>
        (int)Math.Max(1, Math.Ceiling((quick ? QuickIterationNs : IterationNs) / passNs));

    /// <returns>The fastest of a few warm forward passes, nanoseconds.</returns>
    public static double PassNs(IPlan plan)
    {
        double best = double.PositiveInfinity;
        for (int pass = 0; pass < Passes && (pass == 0 || best < LongPassNs); pass++)
        {
            long start = Stopwatch.GetTimestamp();
            plan.Run();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return Math.Max(best, 1);
    }
}

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
