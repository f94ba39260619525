using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

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
