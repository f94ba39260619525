using System.Globalization;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Readings that change while a machine works.</summary>
internal static class Sensors
{
    private const double MillidegreesPerDegree = 1000, AbsoluteZeroC = -273.15;

    /// <summary>Processors stop long before.</summary>
    private const double HottestC = 250;

    /// <summary>Linux numbers no more tasks (PID_MAX_LIMIT), so no more can wait for a core.</summary>
    private const double MostTasks = 1 << 22;

    /// <returns>The one-minute load average, or null.</returns>
    public static double? Load(SystemFiles files) =>
        files.Read("proc/loadavg")?.Split(' ')[0] is { } text &&
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double load) && load is >= 0 and <= MostTasks
            ? load
            : null;

    /// <returns>The frequency governors of the processors, joined when they differ; null where the system shows none.</returns>
    public static string? Governor(SystemFiles files, IEnumerable<int> processors)
    {
        string[] governors = [.. processors
            .Select(processor => SystemText.Name(files.Read($"sys/devices/system/cpu/cpu{processor}/cpufreq/scaling_governor")))
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)];
        return governors.Length == 0 ? null : string.Join(", ", governors);
    }

    /// <returns>The hottest thermal zone, degrees Celsius; null where the system shows none.</returns>
    public static double? TemperatureC(SystemFiles files)
    {
        double[] degrees = [.. files.Folders("sys/class/thermal", "thermal_zone*")
            .Select(zone => files.Read($"{zone}/temp"))
            .Where(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            .Select(text => int.Parse(text!, CultureInfo.InvariantCulture) / MillidegreesPerDegree)
            // Firmware without a sensor shows the lowest number that it has.
            .Where(celsius => celsius is >= AbsoluteZeroC and <= HottestC)];
        return degrees.Length == 0 ? null : degrees.Max();
    }

    /// <returns>Whether a battery of the machine, not one of a mouse or keyboard, is being emptied.</returns>
    public static bool OnBattery(SystemFiles files) =>
        files.Folders("sys/class/power_supply", "*").Any(supply =>
            files.Read($"{supply}/type") == "Battery" &&
            files.Read($"{supply}/scope") != "Device" &&
            files.Read($"{supply}/status") == "Discharging");

    /// <returns>Bytes that can be used without swapping; null where the system does not say.</returns>
    public static long? AvailableMemoryBytes(SystemFiles files)
    {
        const string Field = "MemAvailable:";
        string? line = files.Read("proc/meminfo")?.Split('\n').FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal));
        return line is not null && long.TryParse(
            line[Field.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long kibibytes) && kibibytes <= long.MaxValue / 1024
            ? kibibytes * 1024
            : null;
    }
}

/// <summary>Memory that the process may still use.</summary>
public static class AvailableMemory
{
    /// <returns>Bytes; the smaller of what the system has left and of what a container allows.</returns>
    public static long Bytes()
    {
        GCMemoryInfo collector = GC.GetGCMemoryInfo();
        long allowed = collector.TotalAvailableMemoryBytes - collector.MemoryLoadBytes;
        return Math.Max(0, Math.Min(allowed, Sensors.AvailableMemoryBytes(SystemFiles.OfThisMachine) ?? allowed));
    }

    /// <returns>What a plan may take: of the backends' devices, and no more than of the machine, where everything is prepared.</returns>
    public static long BytesOn(IEnumerable<IBackend> backends) => backends.OfType<IDeviceBackend>()
        .Select(backend => backend.Device?.FreeMemoryBytes())
        .OfType<long>()
        .Append(Bytes())
        .Min();
}
