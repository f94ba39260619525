using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class ConditionsProbeTests
{
    [Fact]
    public void AQuietServerIsDoubtfulForItsGovernorOnly()
    {
        using CapturedSystem system = CapturedSystem.AmdServer();
        Conditions conditions = ConditionsProbe.AtStart(1, CoreSet.Any, system.Files, usable: [0, 1]);

        Assert.Equal(0.08, conditions.Load);
        Assert.Equal("schedutil", conditions.Governor);
        Assert.Equal(["The frequency governor is schedutil, not performance, so the clock follows the load."], conditions.Flags);
    }

    [Fact]
    public void SiblingsOfOneCoreAreNoticed()
    {
        using CapturedSystem system = CapturedSystem.AmdServer();

        // 0 and 2 are one physical core, 0 and 1 are two.
        Assert.Equal(1, CoreTopology.PhysicalCores(system.Files, [0, 2]));
        Assert.Equal(2, CoreTopology.PhysicalCores(system.Files, [0, 1]));
        Assert.Equal(2, CoreTopology.PhysicalCores(system.Files, [0, 1, 2, 3]));
    }

    [Fact]
    public void AVirtualArmServerIsKnownByItsFirmware()
    {
        using CapturedSystem system = CapturedSystem.ArmServer();

        Assert.Equal(
            ["This is a virtual machine; its cores may be shared with others."],
            ConditionsProbe.AtStart(1, CoreSet.Any, system.Files, [0]).Flags);
    }

    [Fact]
    public void ABusyBoardIsDoubtful()
    {
        using CapturedSystem system = CapturedSystem.RaspberryPi();
        Conditions conditions = ConditionsProbe.AtStart(1, new CoreSet([0]), system.Files, [0]);

        Assert.Equal([0], conditions.PinnedCores);
        Assert.Equal("ondemand", conditions.Governor);
        // A mouse's battery is not the machine's.
        Assert.Equal(
            [
                "The machine was busy with other work: load average 2.10 on 1 cores before the run.",
                "The frequency governor is ondemand, not performance, so the clock follows the load.",
            ],
            conditions.Flags);
        Assert.Equal(61.835, Sensors.TemperatureC(system.Files));
    }

    [Fact]
    public void AContainerShowsItsHypervisorAndNoSensors()
    {
        using CapturedSystem system = CapturedSystem.Container();
        Conditions conditions = ConditionsProbe.AtStart(1, CoreSet.Any, system.Files, [0]);

        Assert.Null(conditions.Governor);
        Assert.Equal(["This is a virtual machine; its cores may be shared with others."], conditions.Flags);
        Assert.Null(Sensors.TemperatureC(system.Files));
        Assert.Null(Sensors.AvailableMemoryBytes(system.Files));
    }

    [Fact]
    public void AnEmptyingBatteryOfTheMachineIsNoticed()
    {
        using var laptop = new CapturedSystem(
            ("sys/class/power_supply/AC/type", "Mains\n"),
            ("sys/class/power_supply/AC/online", "0\n"),
            ("sys/class/power_supply/BAT0/type", "Battery\n"),
            ("sys/class/power_supply/BAT0/status", "Discharging\n"));
        using var plugged = new CapturedSystem(
            ("sys/class/power_supply/BAT0/type", "Battery\n"),
            ("sys/class/power_supply/BAT0/status", "Charging\n"));

        Assert.True(Sensors.OnBattery(laptop.Files));
        Assert.False(Sensors.OnBattery(plugged.Files));
    }

    [Fact]
    public void ReadingsComeFromTheCapturedTexts()
    {
        using CapturedSystem system = CapturedSystem.AmdServer();

        Assert.Equal(48.5, Sensors.TemperatureC(system.Files));
        Assert.Equal(785_000_000L * 1024, Sensors.AvailableMemoryBytes(system.Files));
    }

    [Fact]
    public void TheClockOfThisMachineIsPlausible() =>
        // An addition takes a cycle, and no processor that runs .NET is slower than 100 MHz or faster than 10 GHz.
        Assert.InRange(ConditionsProbe.Now().ClockMHz!.Value, 100, 10_000);

    [Theory]
    [InlineData("NaN 0 0 1/1 1")]
    [InlineData("1e999 0 0 1/1 1")]
    [InlineData("-1 0 0 1/1 1")]
    [InlineData("")]
    public void AnImpossibleLoadIsNone(string text)
    {
        using var system = new CapturedSystem(("proc/loadavg", text));

        Assert.Null(Sensors.Load(system.Files));
    }

    /// <summary>Firmware without a sensor is known to show -274000.</summary>
    [Fact]
    public void AZoneBelowAbsoluteZeroIsNone()
    {
        using var system = new CapturedSystem(("sys/class/thermal/thermal_zone0/temp", "-274000\n"));

        Assert.Null(Sensors.TemperatureC(system.Files));
    }

    [Fact]
    public void MemoryThatDoesNotFit64BitsIsUnknown()
    {
        using var system = new CapturedSystem(("proc/meminfo", "MemAvailable: 9223372036854775807 kB\n"));

        Assert.Null(Sensors.AvailableMemoryBytes(system.Files));
    }
}
