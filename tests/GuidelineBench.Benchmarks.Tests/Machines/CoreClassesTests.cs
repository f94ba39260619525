using System.Globalization;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Machines;

/// <summary>Kinds of cores on captured machines; what is expected is what their makers say about them.</summary>
public sealed class CoreClassesTests
{
    public static TheoryData<string, string, int[], string?> Kinds => new()
    {
        // 6 performance cores of two threads each, 8 efficiency cores of one: single cores are favoured by 4 %.
        { "core-i7-1370p", "big", [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11], null },
        { "core-i7-1370p", "little", [12, 13, 14, 15, 16, 17, 18, 19], null },
        // Two clusters of each kind, not in the order of speed.
        { "nvidia-gb10", "big", [5, 6, 7, 8, 9, 15, 16, 17, 18, 19], "Arm Cortex-X925" },
        { "nvidia-gb10", "little", [0, 1, 2, 3, 4, 10, 11, 12, 13, 14], "Arm Cortex-A725" },
        // 1 + 2 + 2 + 3: the two kinds in the middle have the same clock.
        { "snapdragon-8-gen-2", "big", [7], "Arm Cortex-X3" },
        { "snapdragon-8-gen-2", "middle", [3, 4, 5, 6], "Arm Cortex-A715, Arm Cortex-A710" },
        { "snapdragon-8-gen-2", "little", [0, 1, 2], "Arm Cortex-A510" },
        // No capacities, but clocks.
        { "snapdragon-835", "big", [4, 5, 6, 7], "Qualcomm Kryo 2xx Gold" },
        { "snapdragon-835", "little", [0, 1, 2, 3], "Qualcomm Kryo 2xx Silver" },
        // Nothing but part numbers.
        { "orange-pi-5", "big", [4, 5, 6, 7], "Arm Cortex-A76" },
        { "orange-pi-5", "little", [0, 1, 2, 3], "Arm Cortex-A55" },
        { "rk3399", "big", [4, 5], "Arm Cortex-A72" },
        { "rk3399", "little", [0, 1, 2, 3], "Arm Cortex-A53" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void KindsAreFoundAndOneThreadOfEachCoreComesFirst(string capture, string kind, int[] processors, string? core)
    {
        using CapturedSystem system = CapturedSystem.Of(capture);
        CoreClass found = CoreClasses.Read(system.Files, Usable(system)).Single(known => known.Name == kind);

        Assert.Equal(processors, found.Processors);
        Assert.Equal(processors.Length, found.Count);
        Assert.Equal(core, found.Core);
    }

    [Theory]
    [InlineData("raspberry-pi-4")]
    [InlineData("raspberry-pi-5")]
    [InlineData("epyc-7451")]
    [InlineData("kunpeng-920")]
    [InlineData("core-i7-1165g7")]
    [InlineData("visionfive-2")]
    [InlineData("virtualbox")]
    public void CoresThatAreAlikeHaveNoKinds(string capture)
    {
        using CapturedSystem system = CapturedSystem.Of(capture);

        Assert.NotEmpty(Usable(system));
        Assert.Empty(CoreClasses.Read(system.Files, Usable(system)));
    }

    [Fact]
    public void AContainerWithoutSysfsHasNoKinds()
    {
        using CapturedSystem system = CapturedSystem.Container();
        Assert.Empty(CoreClasses.Read(system.Files, [0]));
    }

    [Fact]
    public void OnlyUsableCoresCount()
    {
        using CapturedSystem system = CapturedSystem.Of("snapdragon-8-gen-2");

        // Without the largest core the next ones are the big ones.
        Assert.Equal(["big", "little"], CoreClasses.Read(system.Files, [0, 1, 4, 5]).Select(kind => kind.Name));
        Assert.Empty(CoreClasses.Read(system.Files, [0, 1, 2]));
    }

    [Fact]
    public void CoreTypesOfIntelDecideBeforeClocks()
    {
        using var system = new CapturedSystem(
            ("sys/devices/cpu_core/cpus", "0-1\n"),
            ("sys/devices/cpu_atom/cpus", "2-3\n"),
            ("sys/devices/system/cpu/cpu0/cpufreq/cpuinfo_max_freq", "4000000\n"),
            ("sys/devices/system/cpu/cpu1/cpufreq/cpuinfo_max_freq", "4000000\n"),
            ("sys/devices/system/cpu/cpu2/cpufreq/cpuinfo_max_freq", "4000000\n"),
            ("sys/devices/system/cpu/cpu3/cpufreq/cpuinfo_max_freq", "4000000\n"));

        CoreClass[] kinds = [.. CoreClasses.Read(system.Files, [0, 1, 2, 3])];
        Assert.Equal(["big", "little"], kinds.Select(kind => kind.Name));
        Assert.Equal([2, 3], kinds[1].Processors);
    }

    [Fact]
    public void TheMachineSaysItsKinds()
    {
        using CapturedSystem system = CapturedSystem.Of("orange-pi-5");
        MachineInfo machine = MachineProbe.Read("NEON (128 bit)", system.Files, apple: null, Usable(system));

        Assert.Equal(["big", "little"], machine.CoreClasses.Select(kind => kind.Name));
        Assert.Equal("Arm Cortex-A55, Arm Cortex-A76", machine.Cpu);
    }

    [Theory]
    [InlineData("raspberry-pi-5", "Arm Cortex-A76 (Raspberry Pi 5 Model B Rev 1.0)")]
    [InlineData("raspberry-pi-4", "Arm Cortex-A72 (Raspberry Pi 4 Model B Rev 1.2)")]
    [InlineData("rk3399", "Arm Cortex-A53, Arm Cortex-A72")]
    [InlineData("snapdragon-835", "Qualcomm Kryo 2xx Silver, Qualcomm Kryo 2xx Gold (Qualcomm Technologies, Inc MSM8998)")]
    [InlineData("kunpeng-920", "HiSilicon TaiShan v110")]
    [InlineData("core-i7-1370p", "13th Gen Intel(R) Core(TM) i7-1370P")]
    [InlineData("epyc-7451", "AMD EPYC 7451 24-Core Processor")]
    public void ProcessorsAreNamed(string capture, string name)
    {
        using CapturedSystem system = CapturedSystem.Of(capture);
        Assert.Equal(name, MachineProbe.CpuName(system.Files));
    }

    private static int[] Usable(CapturedSystem system) =>
    [
        .. from line in system.Files.Read("proc/cpuinfo")!.Split('\n')
           where line.StartsWith("processor", StringComparison.Ordinal)
           select int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture),
    ];
}
