using System.Collections.Immutable;

namespace GuidelineBench.Execution.Devices;

/// <summary>What a device's driver says about it at one moment.</summary>
/// <param name="ClockMHz">Of its processors, now.</param>
/// <param name="Slowdowns">Why its clock is held back, e.g. <c>the power limit</c>; empty when it is not.</param>
public sealed record DeviceState(double? ClockMHz, double? MemoryClockMHz, double? TemperatureC, ImmutableArray<string> Slowdowns);
