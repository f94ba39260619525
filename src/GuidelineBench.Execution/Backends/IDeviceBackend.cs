using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Execution.Backends;

/// <summary>A backend on devices beside the processor; of several one is chosen.</summary>
public interface IDeviceBackend : IBackend
{
    /// <summary>Looked up at the first call.</summary>
    DeviceInventory Inventory { get; }

    /// <summary>The device that it runs on: the chosen one, or the default; null where there is none.</summary>
    IDevice? Device { get; }

    /// <summary>The same kernels on a device of <see cref="Inventory"/>.</summary>
    /// <exception cref="DeviceException">This backend cannot run on it.</exception>
    IDeviceBackend On(DeviceDescription device);
}
