using System.Diagnostics;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Cells;

/// <summary>The passes of one cell in one block, and what they come to.</summary>
/// <remarks>
/// Other load, interruptions and lost cache only add time, so the lower end of the passes moves least, [Chen2016]. Compared on
/// passes recorded beside compilers on a shared Zen 3 with two cores, six starts: ratios of medians moved by 1.0 % from start
/// to start, of lower tenths by 0.8 %, of the fastest pass by 1.1 %, as that is one pass alone.
/// </remarks>
/// <param name="byStep">Whether each operator is timed by itself.</param>
internal sealed class PassTimes(bool byStep)
{
    /// <summary>The part of the passes below the floor.</summary>
    private const double LowerPart = 0.1;

    private static readonly double NanosecondsPerTick = 1e9 / Stopwatch.Frequency;

    /// <summary>By operator, or of the whole pass: ticks.</summary>
    private readonly List<List<long>> ticks = [];

    private readonly List<long> passes = [];

    /// <summary>One forward pass, timed.</summary>
    public void Run(IPlan plan)
    {
        var stepped = byStep ? (ISteppedPlan)plan : null;
        int steps = stepped?.Steps.Length ?? 1;
        while (ticks.Count < steps)
            ticks.Add([]);
        long start = Stopwatch.GetTimestamp(), from = start;
        if (stepped is not null)
        {
            for (int step = 0; step < steps; step++)
            {
                stepped.RunStep(step);
                long now = Stopwatch.GetTimestamp();
                ticks[step].Add(now - from);
                from = now;
            }
        }
        else
        {
            plan.Run();
            from = Stopwatch.GetTimestamp();
            ticks[0].Add(from - start);
        }

        passes.Add(from - start);
    }

    /// <returns>Null without passes.</returns>
    public BlockTime? Block() => passes.Count == 0
        ? null
        : new BlockTime(
            Nanoseconds(ticks.Sum(times => Lower(times, LowerPart))),
            Nanoseconds(Lower(passes, 0.5)),
            passes.Count);

    private static long Lower(List<long> times, double part)
    {
        times.Sort();
        return times[(int)(part * times.Count)];
    }

    /// <summary>A clock that stands still between two readings still took some time.</summary>
    private static double Nanoseconds(long ticks) => Math.Round(Math.Max(ticks, 1) * NanosecondsPerTick, 1);
}
