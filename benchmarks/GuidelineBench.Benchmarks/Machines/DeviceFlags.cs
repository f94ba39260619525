using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What of a device makes a measurement doubtful, in one sentence each.</summary>
internal static class DeviceFlags
{
    /// <summary>A device that has just worked is at its clock; one that is slower at the end was held back.</summary>
    public const double LargestClockLoss = 0.03;

    /// <param name="before">Read while the device was warm from preparing; null where the driver says nothing.</param>
    /// <param name="after">Read right after the last round.</param>
    public static ImmutableArray<string> Of(DeviceState? before, DeviceState? after) => [.. Flags(before, after)];

    private static IEnumerable<string> Flags(DeviceState? before, DeviceState? after)
    {
        foreach (string slowdown in (before?.Slowdowns ?? []).Union(after?.Slowdowns ?? []))
            yield return $"The device's clock was held back by {slowdown}.";
        if (before?.ClockMHz is { } first && after?.ClockMHz is { } last && Math.Abs(1 - last / first) > LargestClockLoss)
            yield return FormattableString.Invariant($"The device's clock was {first:F0} MHz before the first round and {last:F0} MHz after the last.");
    }
}

/// <summary>A device in one line.</summary>
public static class DeviceText
{
    /// <returns>E.g. <c>GeForce GTX 1080 Ti (cuda:0, compute capability 6.1, 28 multiprocessors, 11170 MiB, driver 535.54)</c>.</returns>
    public static string Of(DeviceDescription device) => $"{device.Name} ({string.Join(", ", Parts(device))})";

    private static IEnumerable<string> Parts(DeviceDescription device)
    {
        yield return device.Id;
        if (device.ComputeCapability is { } capability)
            yield return $"compute capability {capability}";
        if (device.Multiprocessors is { } multiprocessors)
            yield return string.Create(CultureInfo.InvariantCulture, $"{multiprocessors} multiprocessors");
        if (device.MemoryBytes is { } bytes)
            yield return string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB");
        if (device.Driver is { } driver)
            yield return $"driver {driver}";
    }
}
