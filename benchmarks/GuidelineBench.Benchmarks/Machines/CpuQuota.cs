using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>How much processor time a container or service may use; the system stops its threads for the rest of each period.</summary>
internal static class CpuQuota
{
    /// <returns>The tightest of the quotas that hold for the process, cores; null where none holds.</returns>
    public static double? Cores(SystemFiles files) => ControlGroups.Folders(files).Select(folder => OfGroup(files, folder)).Min();

    /// <returns>Periods in which threads were stopped because a quota was used up, since its group was made.</returns>
    public static long StoppedPeriods(SystemFiles files) => (
        from folder in ControlGroups.Folders(files)
        where OfGroup(files, folder) is not null
        from line in (files.Read($"{folder}/cpu.stat") ?? "").Split('\n')
        let words = line.Split(' ')
        where words is ["nr_throttled", _]
        select Math.Min(Number(words[1]) ?? 0, int.MaxValue)).Sum();

    /// <summary>Version 2 has <c>quota period</c> in one file, version 1 one file for each; microseconds, max or -1 for none.</summary>
    private static double? OfGroup(SystemFiles files, string folder)
    {
        string[] both = files.Read($"{folder}/cpu.max")?.Split(' ') ?? [];
        return both.Length > 1
            ? (double?)Number(both[0]) / Number(both[1])
            : (double?)Number(files.Read($"{folder}/cpu.cfs_quota_us")) / Number(files.Read($"{folder}/cpu.cfs_period_us"));
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 ? number : null;
}
