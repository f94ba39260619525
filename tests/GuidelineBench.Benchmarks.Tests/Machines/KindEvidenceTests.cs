using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Benchmarks.Tests.Machines;

/// <summary>What makes cores kinds, and what does not; figures are those that makers or users published of the machines.</summary>
public sealed class KindEvidenceTests
{
    private const string A55 = "0x41:0xd05", A76 = "0x41:0xd0b", A77 = "0x41:0xd0d", A53 = "0x41:0xd03", NeoverseN1 = "0x41:0xd0c";

    /// <summary>Parts that are not listed.</summary>
    private const string Unknown = "0x70:0x661", OtherUnknown = "0x70:0x662";

    /// <summary>Firmware ranks the cores of a Ryzen 9 5950X from 236 down to 166 by its nominal 3.4 GHz; on others single cores stand out.</summary>
    [Theory]
    [InlineData(new[] { 6642000, 5352000 })]
    [InlineData(new[] { 5352000, 6642000 })]
    [InlineData(new[] { 5600000, 5700000, 5800000, 5600000 })]
    [InlineData(new[] { 7228000, 5084000 })]
    [InlineData(new[] { 7228000, 7228000, 5084000, 5084000 })]
    [InlineData(new[] { 4000000, 3400000, 3400000, 3400000 })]
    [InlineData(new[] { 4700000, 4700000, 3900000, 3900000, 4500000, 4500000 })]
    public void PreferredCoresAreNoKinds(int[] clocks)
    {
        int[] all = [.. Enumerable.Range(0, clocks.Length)];
        Assert.Empty(Kinds(CoreEvidence.X86.Clocks(clocks), all));
        Assert.Empty(Kinds(CoreEvidence.X86.Clocks(clocks)
            .Nominal([.. clocks.Select(_ => 3400)]).L2([.. clocks.Select(_ => "512K")]).L3([.. clocks.Select(_ => "32768K")])
            .Siblings([.. all.Select(core => $"{core},{core + 64}")]), all));
    }

    /// <summary>Nothing else is shown, not even what the processor is.</summary>
    [Fact]
    public void TwoClocksAloneAreNoKinds() => Assert.Empty(Kinds(new CoreEvidence().Clocks(5352000, 6642000), [0, 1]));

    [Fact]
    public void ASiblingThatIsSwitchedOffIsNoMark()
    {
        CoreEvidence cores = CoreEvidence.X86.Clocks(6642000, 6642000, 5352000).Siblings("0-1", "0-1", "2");

        Assert.Empty(Kinds(cores.File("sys/devices/system/cpu/offline", "3\n"), [0, 1, 2]));
    }

    /// <summary>A Xeon whose firmware gives some cores a higher base clock (Speed Select) and all the same turbo.</summary>
    [Fact]
    public void AHigherBaseClockAloneIsNoKind() => Assert.Empty(Kinds(
        CoreEvidence.X86.Clocks(3900000, 3900000, 3900000, 3900000).BaseClocks(2700000, 2700000, 2100000, 2100000), [0, 1, 2, 3]));

    /// <summary>Cores under a stacked cache are slower, not smaller.</summary>
    [Fact]
    public void AStackedCacheIsNoKind() => Assert.Empty(Kinds(
        CoreEvidence.X86.Clocks(5900000, 5900000, 5000000, 5000000).L2("1024K", "1024K", "1024K", "1024K").L3("32768K", "32768K", "98304K", "98304K"), [0, 1, 2, 3]));

    /// <summary>A Ryzen AI 9 HX 370: Zen 5 with 16 MiB, Zen 5c with 8 MiB of third-level cache and 3.3 GHz.</summary>
    [Fact]
    public void SmallZenCoresHaveLessCacheAndALowerClock() => Assert.Equal(
        ["big 0-1", "little 2-3"],
        Kinds(CoreEvidence.X86.Clocks(5157000, 5157000, 3300000, 3300000).L2("1024K", "1024K", "1024K", "1024K").L3("16384K", "16384K", "8192K", "8192K"), [0, 1, 2, 3]));

    /// <summary>A Ryzen 5 7545U: Zen 4 and Zen 4c on one third-level cache; their nominal clocks differ too.</summary>
    [Fact]
    public void SmallZenCoresOnOneCacheHaveALowerNominalClock() => Assert.Equal(
        ["big 0-1", "little 2-3"],
        Kinds(CoreEvidence.X86.Clocks(4900000, 4900000, 3500000, 3500000).Nominal(3200, 3200, 2500, 2500).L3("16384K", "16384K", "16384K", "16384K"), [0, 1, 2, 3]));

    /// <summary>Hybrid Intel processors without monitoring units for each kind: by caches, or by threads.</summary>
    [Fact]
    public void SmallIntelCoresHaveOtherCachesOrOneThread()
    {
        Assert.Equal(
            ["big 0-1", "little 2-3"],
            Kinds(CoreEvidence.X86.Clocks(5100000, 4900000, 3900000, 3900000).L2("1280K", "1280K", "2048K", "2048K"), [0, 1, 2, 3]));
        Assert.Equal(
            ["big 0-1", "little 2-3"],
            Kinds(CoreEvidence.X86.Clocks(5100000, 5100000, 3900000, 3900000).Siblings("0-1", "0-1", "2", "3"), [0, 1, 2, 3]));
    }

    [Fact]
    public void CoreTypesOfIntelAreAllThereIsToSay()
    {
        CoreEvidence Cores() => CoreEvidence.X86.Clocks(5800000, 5000000, 3900000, 2500000)
            .File("sys/devices/cpu_core/cpus", "0-1\n").File("sys/devices/cpu_atom/cpus", "2\n").File("sys/devices/cpu_lowpower/cpus", "3\n");

        Assert.Equal(["big 0-1", "middle 2", "little 3"], Kinds(Cores(), [0, 1, 2, 3]));
        // Preferred cores among those of one type that the process may use.
        Assert.Empty(Kinds(Cores(), [0, 1]));
        Assert.Equal(["big 0", "little 2"], Kinds(Cores(), [0, 2]));
    }

    /// <summary>Two cores from the ends of a row are no kinds when the row has no gap.</summary>
    [Fact]
    public void AllProcessorsThatAreShownAreCompared()
    {
        CoreEvidence row = new CoreEvidence().File("sys/devices/system/cpu/online", "0-4\n").Capacities(1024, 960, 900, 830, 770);

        Assert.Empty(Kinds(row, [0, 4]));
    }

    [Fact]
    public void PartNumbersDecideBeforeClocks()
    {
        // Neoverse cores whose clocks firmware states one by one.
        Assert.Empty(Kinds(CoreEvidence.Arm(NeoverseN1, NeoverseN1, NeoverseN1, NeoverseN1).Clocks(3000000, 3000000, 2200000, 2200000), [0, 1, 2, 3]));
        // Clocks that contradict the parts.
        Assert.Equal(["big 2-3", "little 0-1"], Kinds(CoreEvidence.Arm(A55, A55, A76, A76).Clocks(2400000, 2400000, 1800000, 1800000), [0, 1, 2, 3]));
    }

    /// <summary>A system that was not told capacities, or a virtual machine, shows 1024 for all.</summary>
    [Fact]
    public void CapacitiesThatAreAllTheSameSayNothing()
    {
        Assert.Equal(["big 2-3", "little 0-1"], Kinds(CoreEvidence.Arm(A53, A53, A76, A76).Capacities(1024, 1024, 1024, 1024), [0, 1, 2, 3]));
        Assert.Empty(Kinds(CoreEvidence.Arm(NeoverseN1, NeoverseN1).Capacities(1024, 1024), [0, 1]));
        Assert.Empty(Kinds(new CoreEvidence().Capacities(1024, 1024), [0, 1]));
    }

    /// <summary>A Snapdragon 865: one Cortex-A77 at 2.84 GHz with more cache, three at 2.42, four Cortex-A55.</summary>
    [Fact]
    public void APrimeCoreIsToldFromOthersOfItsPartByItsCapacity()
    {
        CoreEvidence Cores() => CoreEvidence.Arm(A55, A55, A55, A55, A77, A77, A77, A77)
            .Clocks(1804800, 1804800, 1804800, 1804800, 2419200, 2419200, 2419200, 2841600);

        Assert.Equal(
            ["big 7", "middle 4-6", "little 0-3"],
            Kinds(Cores().Capacities(284, 284, 284, 284, 871, 871, 871, 1024), [0, 1, 2, 3, 4, 5, 6, 7]));
        // Without the scheduler's word its clock is no reason.
        Assert.Equal(["big 4-7", "little 0-3"], Kinds(Cores(), [0, 1, 2, 3, 4, 5, 6, 7]));
    }

    /// <summary>Firmware of an Arm workstation favours single cores by some percent, and capacities follow.</summary>
    [Fact]
    public void CapacitiesOfOnePartThatAreNearAreOneKind() =>
        Assert.Empty(Kinds(CoreEvidence.Arm(A76, A76, A76).Capacities(997, 1017, 1024), [0, 1, 2]));

    [Fact]
    public void PartsThatAreNotListedAreOrderedByCapacityAndThenByClock()
    {
        CoreEvidence Cores() => CoreEvidence.Arm(Unknown, Unknown, OtherUnknown, OtherUnknown);

        Assert.Equal(["big 2-3", "little 0-1"], Kinds(Cores().Capacities(446, 446, 1024, 1024), [0, 1, 2, 3]));
        Assert.Equal(["big 0-1", "little 2-3"], Kinds(Cores().Clocks(2400000, 2400000, 1800000, 1800000), [0, 1, 2, 3]));
        // One of them at two clocks stays one kind.
        Assert.Equal(["big 0-1", "little 2-3"], Kinds(Cores().Clocks(2400000, 2000000, 1500000, 1200000), [0, 1, 2, 3]));
        Assert.Empty(Kinds(Cores(), [0, 1, 2, 3]));
        Assert.Empty(Kinds(CoreEvidence.Arm(Unknown, Unknown).Clocks(2400000, 1800000), [0, 1]));
    }

    /// <summary>Boards that show neither parts nor capacities: clusters of cores with one clock each.</summary>
    [Fact]
    public void ClustersOfAnotherInstructionSetAreKinds()
    {
        Assert.Equal(["big 0-1", "little 2-3"], Kinds(new CoreEvidence().Clocks(2400000, 2400000, 1600000, 1600000), [0, 1, 2, 3]));
        Assert.Empty(Kinds(new CoreEvidence().Clocks(2400000, 1600000, 1600000), [0, 1, 2]));
    }

    /// <summary>/proc/cpuinfo of a container may leave out processors; their registers are in /sys.</summary>
    [Fact]
    public void PartNumbersComeFromRegistersToo() => Assert.Equal(
        ["big 1", "little 0"],
        Kinds(new CoreEvidence()
            .File("sys/devices/system/cpu/cpu0/regs/identification/midr_el1", "0x00000000412fd050\n")
            .File("sys/devices/system/cpu/cpu1/regs/identification/midr_el1", "0x00000000414fd0b0\n"), [0, 1]));

    /// <summary>A core that is offline shows neither clock nor part; it does not matter.</summary>
    [Fact]
    public void OfflineCoresDoNotHideTheOthers() => Assert.Equal(
        ["big 2", "little 0"],
        Kinds(CoreEvidence.Arm(A55, A55, A76).File("sys/devices/system/cpu/online", "0,2\n").File("sys/devices/system/cpu/offline", "1,3\n"), [0, 2]));

    private static string[] Kinds(CoreEvidence evidence, int[] usable)
    {
        using CapturedSystem system = evidence.Show();
        return [.. CoreClasses.Read(system.Files, usable).Select(kind => $"{kind.Name} {Execution.Threads.ProcessorList.Write(kind.Processors)}")];
    }
}
