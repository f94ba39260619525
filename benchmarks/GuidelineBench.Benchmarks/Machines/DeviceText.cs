using System.Globalization;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Benchmarks.Machines;

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
