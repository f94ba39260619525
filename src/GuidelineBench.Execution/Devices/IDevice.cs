using System.Collections.Immutable;
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

/// <summary>
/// Work whose time shows a limit of a device. All of it runs on every thread of the set at once, with the vector
/// width of the kernels; the caller holds the clock.
/// </summary>
public interface ICeilingWork : IDisposable
{
    int Threads { get; }

    /// <summary>Independent chains of fused multiply-adds in registers.</summary>
    /// <returns>Multiply-adds done by all threads together.</returns>
    long MultiplyAdds(int repetitions);

    /// <summary>a[i] = b[i].</summary>
    /// <param name="bytesPerThread">Size of both arrays together, for each thread.</param>
    /// <returns>Bytes read and written by all threads together; a cache's own reads before writing are not counted.</returns>
    long Copy(long bytesPerThread, int repetitions);

    /// <summary>a[i] = b[i] + s c[i].</summary>
    /// <param name="bytesPerThread">Size of the three arrays together, for each thread.</param>
    /// <returns>Bytes read and written by all threads together; a cache's own reads before writing are not counted.</returns>
    long Triad(long bytesPerThread, int repetitions);

    /// <summary>Starts an operator that does nothing.</summary>
    /// <returns>Launches done.</returns>
    long EmptyLaunches(int repetitions);
}

/// <summary>What a device's driver says about it at one moment.</summary>
/// <param name="ClockMHz">Of its processors, now.</param>
/// <param name="Slowdowns">Why its clock is held back, e.g. <c>the power limit</c>; empty when it is not.</param>
public sealed record DeviceState(double? ClockMHz, double? MemoryClockMHz, double? TemperatureC, ImmutableArray<string> Slowdowns);
