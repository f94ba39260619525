using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Cache sizes from /sys.</summary>
internal static class CacheSizes
{
    /// <returns>Bytes of the data and unified caches that one processor sees, by level (<c>L1d</c>, <c>L2</c>, <c>L3</c>); empty where the system shows none.</returns>
    public static ImmutableSortedDictionary<string, long> Read(SystemFiles files, int processor)
    {
        var sizes = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (string cache in files.Folders($"sys/devices/system/cpu/cpu{processor}/cache", "index*"))
        {
            string? type = files.Read($"{cache}/type");
            if (type is "Data" or "Unified" && files.Read($"{cache}/level") is [>= '1' and <= '9'] level &&
                files.Read($"{cache}/size") is { } size && ParseBytes(size) is { } bytes)
                sizes[level == "1" ? "L1d" : $"L{level}"] = bytes;
        }

        return sizes.ToImmutable();
    }

    /// <param name="size">As the kernel writes it, e.g. <c>32K</c> or <c>8M</c>.</param>
    private static long? ParseBytes(string size)
    {
        int unit = size.Length == 0 ? 1 : char.ToUpperInvariant(size[^1]) switch
        {
            'K' => 1 << 10,
            'M' => 1 << 20,
            'G' => 1 << 30,
            _ => 1,
        };
        string digits = unit == 1 ? size : size[..^1];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 && number <= long.MaxValue / unit
            ? number * unit
            : null;
    }
}

/// <summary>Which logical processors share a physical core.</summary>
internal static class CoreTopology
{
    /// <returns>Physical cores under the given logical processors; each counts for itself where the system does not say.</returns>
    public static int PhysicalCores(SystemFiles files, IEnumerable<int> processors) =>
        processors.Select(processor => FirstSibling(files, processor)).Distinct().Count();

    /// <returns>The first logical processor on the same physical core; the processor itself where the system does not say.</returns>
    public static int FirstSibling(SystemFiles files, int processor) => Siblings(files, processor) is [int first, ..] ? first : processor;

    /// <returns>The logical processors on the same physical core, this one among them; empty where the system does not say.</returns>
    public static ImmutableArray<int> Siblings(SystemFiles files, int processor)
    {
        ImmutableArray<int> siblings = ProcessorList.Parse(files.Read($"sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list") ?? "");
        return siblings.Contains(processor) ? siblings : [];
    }
}
