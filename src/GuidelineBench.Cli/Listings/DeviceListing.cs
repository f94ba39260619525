using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Cli.Listings;

/// <summary>A device as <c>list</c> and <c>doctor</c> show it. What is null, its driver does not say.</summary>
/// <param name="Index">As <c>--device</c> takes it; null where there is nothing to choose.</param>
/// <param name="Id">As <c>--device</c> takes it.</param>
/// <param name="Kind">processor, cuda, opencl, cpu (ILGPU's CPU accelerator), or gpu where none was looked for.</param>
/// <param name="Reason">Why it cannot be used; null when it can.</param>
/// <param name="ClockMHz">The highest.</param>
/// <param name="MemoryClockMHz">The highest.</param>
/// <param name="ClockNowMHz">At the time of asking; an idle device is slow.</param>
internal sealed record DeviceListing(
    int? Index,
    string? Id,
    string Name,
    string Kind,
    bool Usable,
    string? Reason,
    long? MemoryBytes = null,
    int? Multiprocessors = null,
    string? ComputeCapability = null,
    int? ClockMHz = null,
    int? MemoryClockMHz = null,
    double? ClockNowMHz = null,
    double? TemperatureC = null,
    string? Driver = null)
{
    public static IReadOnlyList<DeviceListing> All()
    {
        MachineInfo machine = MachineProbe.Read(BackendCatalogue.All[0]);
        return
        [
            new DeviceListing(null, null, machine.Cpu, "processor", true, null, machine.MemoryBytes),
            .. BackendCatalogue.All.OfType<IDeviceBackend>().Take(1).SelectMany(Of),
        ];
    }

    private static IEnumerable<DeviceListing> Of(IDeviceBackend backend)
    {
        DeviceInventory inventory = backend.Inventory;
        if (inventory.Devices.IsEmpty && inventory.Missing.IsEmpty)
            return [new DeviceListing(null, null, "any GPU", "gpu", false, backend.Unusable)];
        return
        [
            .. inventory.Devices.Select((device, index) => Of(backend, device, index)),
            .. inventory.Missing.Select(missing => new DeviceListing(
                null, null, $"any {missing.Kind.Label()} device", missing.Kind.Label(), false, missing.Reason)),
        ];
    }

    private static DeviceListing Of(IDeviceBackend backend, DeviceDescription device, int index)
    {
        DeviceState? state = device.Unusable is null ? backend.On(device).Device!.ReadState() : null;
        return new DeviceListing(
            index,
            device.Id,
            device.Name,
            device.Kind.Label(),
            device.Unusable is null,
            device.Unusable,
            device.MemoryBytes,
            device.Multiprocessors,
            device.ComputeCapability,
            device.ClockMHz,
            device.MemoryClockMHz,
            state?.ClockMHz,
            state?.TemperatureC,
            device.Driver);
    }
}

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
