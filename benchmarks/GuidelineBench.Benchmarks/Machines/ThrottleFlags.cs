using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What says that the clock was held back while the rounds ran, in one sentence each.</summary>
internal static class ThrottleFlags
{
    /// <summary>
    /// Bits of a Raspberry Pi's firmware for now and, 16 higher, for since the start, as its documentation of
    /// vcgencmd get_throttled lists them.
    /// </summary>
    private static readonly (int Bit, string What)[] PiBits =
        [(0, "too low a voltage"), (1, "a limit of the clock"), (2, "throttling"), (3, "the soft limit of the temperature")];

    private const int SinceStart = 16;

    /// <param name="before">Read before the first round.</param>
    /// <param name="borders">Read at the end of each round.</param>
    public static ImmutableArray<string> Of(ThrottleState before, IReadOnlyCollection<ThrottleState> borders) => [.. Flags(before, borders)];

    private static IEnumerable<string> Flags(ThrottleState before, IReadOnlyCollection<ThrottleState> borders)
    {
        if (borders.Count == 0)
            yield break;
        if (borders.Last().Events - before.Events is { } events and > 0)
            yield return FormattableString.Invariant($"Cores were slowed down because of heat {events} times while the rounds ran (thermal_throttle).");
        if (PiFlags(before, borders) is { Length: > 0 } reasons)
            yield return $"The board's firmware held the clock back: {string.Join(", ", reasons)}.";
        string[] coolers = [.. borders.SelectMany(border => border.Coolers).Distinct().Order(StringComparer.Ordinal)];
        if (coolers.Length > 0)
            yield return $"The system held the clock back because of heat: {string.Join(", ", coolers)}.";
    }

    /// <summary>What holds at a border, or was noted since the start and not yet before the first round.</summary>
    private static string[] PiFlags(ThrottleState before, IEnumerable<ThrottleState> borders) =>
    [
        .. from bit in PiBits
           where borders.Any(border => (border.PiFlags >> bit.Bit & 1) == 1 ||
               ((border.PiFlags & ~(before.PiFlags ?? 0)) >> (bit.Bit + SinceStart) & 1) == 1)
           select bit.What,
    ];
}

/// <summary>What the system shows about a clock that is held back.</summary>
/// <param name="Events">Times that x86 cores were slowed down because of heat since the start of the system; null where not counted.</param>
/// <param name="PiFlags">What a Raspberry Pi's firmware says; null elsewhere.</param>
/// <param name="Coolers">Processor coolers that hold the clock down now, as <c>cooling_device0 (thermal-cpufreq-0)</c>.</param>
internal sealed record ThrottleState(long? Events, int? PiFlags, ImmutableArray<string> Coolers)
{
    private const string PiFile = "sys/devices/platform/soc/soc:firmware/get_throttled";

    /// <summary>Types of cooling devices of Linux that lower the clock of processors; fans and modems are others.</summary>
    private static readonly string[] ClockCoolers = ["thermal-cpufreq", "cpufreq-", "Processor", "intel_powerclamp"];

    public static ThrottleState Read(SystemFiles files) => new(ReadEvents(files), ReadPi(files), [.. ReadCoolers(files)]);

    /// <summary>Logical processors of one core show the core's count each.</summary>
    private static long? ReadEvents(SystemFiles files)
    {
        (int Core, long Count)[] counts = [..
            from folder in files.Folders("sys/devices/system/cpu", "cpu*")
            let processor = Number(Path.GetFileName(folder)["cpu".Length..])
            let count = Number(files.Read($"{folder}/thermal_throttle/core_throttle_count"))
            where processor is not null && count is not null
            select (CoreTopology.FirstSibling(files, processor.Value), (long)count.Value)];
        return counts.Length == 0 ? null : counts.DistinctBy(count => count.Core).Sum(count => count.Count);
    }

    /// <summary>Hexadecimal, with or without 0x.</summary>
    private static int? ReadPi(SystemFiles files)
    {
        string? text = files.Read(PiFile);
        return text is not null && int.TryParse(
            text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int flags)
            ? flags
            : null;
    }

    private static IEnumerable<string> ReadCoolers(SystemFiles files) =>
        from cooler in files.Folders("sys/class/thermal", "cooling_device*")
        let type = SystemText.Name(files.Read($"{cooler}/type")) ?? ""
        where ClockCoolers.Any(known => type.StartsWith(known, StringComparison.Ordinal))
        where Number(files.Read($"{cooler}/cur_state")) > 0
        select $"{Path.GetFileName(cooler)} ({type})";

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
