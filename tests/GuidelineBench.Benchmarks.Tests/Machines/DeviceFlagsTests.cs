using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class DeviceFlagsTests
{
    [Fact]
    public void ADeviceAtItsClockIsNotFlagged() => Assert.Empty(DeviceFlags.Of(State(1980), State(1965)));

    [Fact]
    public void ADriverThatSaysNothingIsNotFlagged()
    {
        Assert.Empty(DeviceFlags.Of(null, null));
        Assert.Empty(DeviceFlags.Of(null, State(1000)));
        Assert.Empty(DeviceFlags.Of(new DeviceState(null, null, null, []), State(1000)));
    }

    [Fact]
    public void AClockThatMovedIsFlagged() => Assert.Equal(
        ["The device's clock was 1980 MHz before the first round and 1755 MHz after the last."],
        DeviceFlags.Of(State(1980), State(1755)));

    [Fact]
    public void WhatHoldsTheClockBackIsSaidOnce() => Assert.Equal(
        ["The device's clock was held back by its power limit.", "The device's clock was held back by its temperature."],
        DeviceFlags.Of(State(1980, "its power limit"), State(1980, "its temperature", "its power limit")));

    private static DeviceState State(double clockMHz, params string[] slowdowns) => new(clockMHz, 2619, 40, [.. slowdowns]);
}
