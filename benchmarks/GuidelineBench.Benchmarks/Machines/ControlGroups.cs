namespace GuidelineBench.Benchmarks.Machines;

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
