using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Machines;

/// <summary>What a system shows damaged, or cannot be, is left out as if it were not shown.</summary>
public sealed class DamagedSystemTests
{
    private const string Siblings = "topology/thread_siblings_list", Governor = "cpufreq/scaling_governor";

    public static TheoryData<string> NoNames => ["", " \n", "name\u001b[31m", "na\nme", "\u202Ename", "na\u2028me", new string('n', 10_000)];

    [Theory]
    [MemberData(nameof(NoNames))]
    public void TextsThatCannotBeShownInOneLineAreNoNames(string text)
    {
        using var system = new CapturedSystem(
            ("proc/cpuinfo", $"processor\t: 0\nmodel name\t: {text.ReplaceLineEndings("\r")}\nHardware\t: {text.ReplaceLineEndings("\r")}\n"),
            (OfProcessor(0, Governor), text),
            ("sys/class/thermal/cooling_device0/type", $"thermal-cpufreq-{text}x"),
            ("sys/class/thermal/cooling_device0/cur_state", "1"));

        Conditions conditions = ConditionsProbe.AtStart(threads: 1, CoreSet.Any, system.Files, [0]);

        Assert.Null(ProcessorDescription.Parse(system.Files.Read("proc/cpuinfo")!).Model);
        Assert.Null(conditions.Governor);
        Assert.Empty(conditions.Flags);
        // Only the empty text leaves a cooler's name what it is.
        Assert.Equal(text.Length == 0 ? 1 : 0, ThrottleState.Read(system.Files).Coolers.Length);
    }

    [Fact]
    public void AnArmCoreIsKnownByNumbersAlone()
    {
        Assert.Empty(ArmCore.Parse("processor\t: 0\nCPU implementer\t: \u001b[31m\nCPU part\t: 0xd08\n"));
        Assert.Empty(ArmCore.Parse("processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: d08\n"));
        Assert.Null(ArmCores.Name("0x41", "0x" + new string('0', 100)));
        Assert.Equal([new ArmCore(0, "0x41", "0xd08")], ArmCore.Parse("processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd08\nCPU part\t: 0xd0b\n"));
    }

    [Theory]
    [InlineData("250000", 250.0)]
    [InlineData("250001", null)]
    [InlineData("2147483647", null)]
    public void NoProcessorWorksAtSuchATemperature(string millidegrees, double? degrees)
    {
        using var system = new CapturedSystem(("sys/class/thermal/thermal_zone0/temp", millidegrees));
        Assert.Equal(degrees, Sensors.TemperatureC(system.Files));
    }

    [Theory]
    // PID_MAX_LIMIT of Linux is 4 * 1024 * 1024.
    [InlineData("4194304.00 0 0", 4194304.0)]
    [InlineData("4194305.00 0 0", null)]
    [InlineData("1e308 0 0", null)]
    [InlineData("NaN 0 0", null)]
    [InlineData("-1 0 0", null)]
    public void NoMoreTasksWaitThanTheSystemCanNumber(string text, double? load)
    {
        using var system = new CapturedSystem(("proc/loadavg", text));
        Assert.Equal(load, Sensors.Load(system.Files));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("two")]
    [InlineData("")]
    public void ACacheHasALevelOfOneDigit(string level)
    {
        using var system = new CapturedSystem(
            ("sys/devices/system/cpu/cpu0/cache/index0/level", level),
            ("sys/devices/system/cpu/cpu0/cache/index0/type", "Unified"),
            ("sys/devices/system/cpu/cpu0/cache/index0/size", "32K"));
        Assert.Empty(CacheSizes.Read(system.Files, 0));
    }

    [Fact]
    public void SiblingsWithoutTheProcessorItselfAreNotBelieved()
    {
        using var system = new CapturedSystem((OfProcessor(0, Siblings), "5"), (OfProcessor(1, Siblings), "5"));
        Assert.Equal(2, CoreTopology.PhysicalCores(system.Files, [0, 1]));
    }

    [Theory]
    [InlineData("0-1", "1-3")]
    [InlineData("0-1", "3")]
    public void CoreTypesThatShareOrLeaveOutProcessorsAreNotBelieved(string core, string atom)
    {
        using var system = new CapturedSystem(("sys/devices/cpu_core/cpus", core), ("sys/devices/cpu_atom/cpus", atom));
        Assert.Empty(CoreClasses.Read(system.Files, [0, 1, 2, 3]));
    }

    /// <summary>Two counts whose sum no number holds once ended the run.</summary>
    [Fact]
    public void CountsOfSlowdownsDoNotOverflow()
    {
        const string Count = "thermal_throttle/core_throttle_count";
        using var system = new CapturedSystem(
            (OfProcessor(0, Count), "9223372036854775807"), (OfProcessor(1, Count), "9223372036854775807"), (OfProcessor(2, Count), "2147483647"), (OfProcessor(3, Count), "2147483647"));
        Assert.Equal(2L * int.MaxValue, ThrottleState.Read(system.Files).Events);
    }

    [Fact]
    public void AMacHasAPossibleNumberOfCoresOfAKind()
    {
        Assert.Empty(AppleMachine.Parse("hw.perflevel0.logicalcpu: 8\nhw.perflevel1.logicalcpu: 4294967295\n").Classes);
        Assert.Null(AppleMachine.Parse("machdep.cpu.brand_string: Apple\u001b[31m M1").Cpu);
    }

    private static string OfProcessor(int processor, string file) => FormattableString.Invariant($"sys/devices/system/cpu/cpu{processor}/{file}");
}
