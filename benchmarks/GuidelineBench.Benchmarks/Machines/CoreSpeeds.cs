using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>How fast each core is, in any unit that a system shows.</summary>
internal static class CoreSpeeds
{
    /// <summary>
    /// Cores whose speeds are nearer to each other than this are of one kind: firmware favours single cores of a kind by
    /// some percent (4 % in a capture of a Core i7-1370P, 3 % in one of a GB10), kinds lie further apart.
    /// </summary>
    public const double SameKind = 0.9;

    /// <summary>The scheduler's own measure: 1024 for the fastest core at its highest clock.</summary>
    public static IReadOnlyDictionary<int, double> Capacities(SystemFiles files, IEnumerable<int> processors) =>
        Read(files, processors, "cpu_capacity");

    /// <summary>Highest clocks, kHz.</summary>
    public static IReadOnlyDictionary<int, double> HighestClocks(SystemFiles files, IEnumerable<int> processors) =>
        Read(files, processors, "cpufreq/cpuinfo_max_freq");

    /// <returns>What a core reaches without turbo; null where the system does not say.</returns>
    public static double? NominalClock(SystemFiles files, int processor) =>
        Number(files, processor, "acpi_cppc/nominal_freq") ?? Number(files, processor, "cpufreq/base_frequency");

    /// <returns>From the fastest; a core begins a new group where it is slower than the one before it by more than a kind's cores differ.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Split(IEnumerable<int> processors, Func<int, double> speed)
    {
        var groups = new List<List<int>>();
        double last = 0;
        foreach (int processor in processors.Order().OrderByDescending(speed))
        {
            if (groups.Count == 0 || speed(processor) < SameKind * last)
                groups.Add([]);
            groups[^1].Add(processor);
            last = speed(processor);
        }

        return groups;
    }

    private static Dictionary<int, double> Read(SystemFiles files, IEnumerable<int> processors, string name) => (
        from processor in processors
        let number = Number(files, processor, name)
        where number is not null
        select (processor, number.Value)).ToDictionary();

    private static double? Number(SystemFiles files, int processor, string name) =>
        double.TryParse(files.Read($"sys/devices/system/cpu/cpu{processor}/{name}"), NumberStyles.None, CultureInfo.InvariantCulture, out double number) && number > 0
            ? number
            : null;
}

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
