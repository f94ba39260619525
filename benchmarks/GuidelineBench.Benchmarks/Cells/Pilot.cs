using System.Diagnostics;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Cells;

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
