using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// The clock of the core that the caller runs on, measured: a chain of dependent additions takes one cycle each.
/// What the system shows is often a nominal figure, and always that inside a virtual machine.
/// </summary>
internal static class ClockProbe
{
    private const int Trials = 7, Rounds = 40_000, AdditionsPerRound = 32;

    /// <summary>Started with numbers that the compiler cannot know, so that it cannot compute the chain.</summary>
    private static long first = 1, second = 2;

    /// <returns>10^6 cycles per second, the best of a few trials: an interruption can only make a trial slower.</returns>
    public static double MeasureMHz()
    {
        Chain(Rounds);
        double best = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            long start = Stopwatch.GetTimestamp();
            Chain(Rounds);
            double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            best = Math.Max(best, (double)Rounds * AdditionsPerRound / microseconds);
        }

        return best;
    }

    /// <summary>x += y; y += x: each addition needs the one before it, and two registers leave nothing to fold or rename away.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Chain(int rounds)
    {
        long x = first, y = second;
        for (int i = 0; i < rounds; i++)
        {
            x += y; y += x; x += y; y += x; x += y; y += x; x += y; y += x;
            x += y; y += x; x += y; y += x; x += y; y += x; x += y; y += x;
            x += y; y += x; x += y; y += x; x += y; y += x; x += y; y += x;
            x += y; y += x; x += y; y += x; x += y; y += x; x += y; y += x;
        }

        (first, second) = (x, y);
    }
}
