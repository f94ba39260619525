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

/// <summary>The control groups that limit the processors of this process.</summary>
internal static class ControlGroups
{
    private const string Folder = "/sys/fs/cgroup", Controller = "cpu";

    /// <returns>Folders as <see cref="SystemFiles"/> takes them: the group of the process and those above it that it can see, of both versions.</returns>
    public static IEnumerable<string> Folders(SystemFiles files)
    {
        (bool IsUnified, string Path)[] groups = [.. Groups(files.Read("proc/self/cgroup"))];
        return
        [
            .. from mount in Mounts(files.Read("proc/self/mountinfo"))
               from folder in Upwards(mount.Point, Below(mount.Root, groups.FirstOrDefault(own => own.IsUnified == mount.IsUnified).Path ?? "/"))
               select folder.TrimStart('/'),
        ];
    }

    /// <param name="text">Lines of <c>number:controllers:path</c>; version 2 has number 0 and no controllers.</param>
    private static IEnumerable<(bool IsUnified, string Path)> Groups(string? text) =>
        from line in (text ?? "").Split('\n')
        let parts = line.Split(':', 3)
        where parts.Length == 3 && (parts[1].Length == 0 || parts[1].Split(',').Contains(Controller))
        select (parts[1].Length == 0, parts[2]);

    /// <param name="text">See proc_pid_mountinfo(5). Where it names none, groups are where they usually are.</param>
    private static (bool IsUnified, string Root, string Point)[] Mounts(string? text)
    {
        (bool IsUnified, string Root, string Point)[] named = [..
            from line in (text ?? "").Split('\n')
            let halves = line.Split(" - ", 2)
            where halves.Length == 2
            let place = halves[0].Split(' ')
            let system = halves[1].Split(' ')
            where place.Length > 4 && system.Length > 2
            let isUnified = system[0] == "cgroup2"
            where isUnified || system[0] == "cgroup" && system[2].Split(',').Contains(Controller)
            select (isUnified, place[3], place[4].Replace("\\040", " ", StringComparison.Ordinal))];
        return named.Length > 0 ? named : [(true, "/", Folder), (false, "/", $"{Folder}/{Controller}"), (false, "/", $"{Folder}/cpu,cpuacct")];
    }

    /// <returns>The part of the group's path below the one that is mounted; nothing where the path leads elsewhere.</returns>
    private static string Below(string root, string path)
    {
        string above = root.TrimEnd('/');
        bool isBelow = path == above || path.StartsWith(above + "/", StringComparison.Ordinal);
        return isBelow && !path.Split('/').Contains("..") ? path[above.Length..].Trim('/') : "";
    }

    private static IEnumerable<string> Upwards(string mount, string below)
    {
        for (string path = below; path.Length > 0; path = path.LastIndexOf('/') is > 0 and var end ? path[..end] : "")
            yield return $"{mount}/{path}";
        yield return mount;
    }
}
