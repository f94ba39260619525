using System.Globalization;

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
