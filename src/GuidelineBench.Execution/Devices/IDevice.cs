using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Execution.Devices;

/// <summary>What backends compute on: its limits, its memory and its sensors are the same for all of them.</summary>
public interface IDevice
{
    /// <summary>Of the kernels that its limits are shown by, as they are stored.</summary>
    string Name { get; }

    /// <summary>Null: the processor.</summary>
    DeviceDescription? Description { get; }

    /// <summary>Work that shows its limits at that thread count.</summary>
    ICeilingWork CreateCeilingWork(int threads, CoreSet cores);

    /// <summary>Clocks and temperature now; null where the driver does not say.</summary>
    DeviceState? ReadState();

    /// <summary>Memory of its own that is free, bytes; null: it has the host's.</summary>
    long? FreeMemoryBytes();
}
