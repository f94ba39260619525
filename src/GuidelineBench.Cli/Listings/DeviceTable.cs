using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Listings;

/// <summary>Devices as a table of plain text.</summary>
internal static class DeviceTable
{
    public static void Write(Terminal terminal, IEnumerable<DeviceListing> devices) => terminal.WriteTable(
        ["index", "id", "device", "kind", "memory MiB", "multiprocessors", "compute capability", "clock MHz", "memory clock MHz", "driver", "usable"],
        devices.Select(device => (IReadOnlyList<string>)
        [
            Text(device.Index),
            device.Id ?? "-",
            device.Name,
            device.Kind,
            Text(device.MemoryBytes >> 20),
            Text(device.Multiprocessors),
            device.ComputeCapability ?? "-",
            Text(device.ClockMHz),
            Text(device.MemoryClockMHz),
            device.Driver ?? "-",
            device.Usable ? "yes" : $"no: {device.Reason}",
        ]),
        0, 4, 5, 7, 8);

    private static string Text(long? number) => number is { } value ? NumberText.Write(value) : "-";
}
