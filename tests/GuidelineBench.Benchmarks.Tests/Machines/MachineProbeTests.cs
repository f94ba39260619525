using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class MachineProbeTests
{
    [Fact]
    public void AServerIsDescribed()
    {
        using CapturedSystem system = CapturedSystem.AmdServer();
        MachineInfo machine = MachineProbe.Read("AVX-512 (512 bit)", system.Files, usable: [0]);

        Assert.Equal("AMD EPYC 9654 96-Core Processor", machine.Cpu);
        Assert.Equal(1, machine.Cores);
        Assert.Equal("AVX-512 (512 bit)", machine.Isa);
        Assert.Equal(["L1d", "L2", "L3"], machine.CacheBytes.Keys);
        Assert.Equal([32L << 10, 1 << 20, 32 << 20], machine.CacheBytes.Values);
    }

    [Fact]
    public void AnArmServerIsNamedByItsPartNumber()
    {
        using CapturedSystem system = CapturedSystem.ArmServer();

        Assert.Equal("Arm Neoverse-N1", MachineProbe.CpuName(system.Files));
        Assert.Empty(MachineProbe.Read("NEON", system.Files, [0]).CacheBytes);
    }

    [Fact]
    public void ABoardIsNamedWithItsCore()
    {
        using CapturedSystem system = CapturedSystem.RaspberryPi();

        Assert.Equal("Arm Cortex-A72 (Raspberry Pi 4 Model B Rev 1.4)", MachineProbe.CpuName(system.Files));
    }

    [Fact]
    public void AContainerWithoutSysfsIsDescribedByWhatThereIs()
    {
        using CapturedSystem system = CapturedSystem.Container();
        MachineInfo machine = MachineProbe.Read("AVX2", system.Files, [0]);

        Assert.Equal("Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz", machine.Cpu);
        Assert.Empty(machine.CacheBytes);
    }

    [Fact]
    public void AnUnknownArmCoreKeepsItsNumbers() =>
        Assert.Equal(
            "Arm core, implementer 0x61, part 0x032",
            ProcessorDescription.Parse("CPU implementer\t: 0x61\nCPU part\t: 0x032\n").Model);

    [Fact]
    public void AnEmptyTextNamesNothing() => Assert.Equal(new ProcessorDescription(null, false), ProcessorDescription.Parse(""));

    [Fact]
    public void ThisMachineIsDescribed()
    {
        MachineInfo machine = MachineProbe.Read(new FakeBackend());

        Assert.Equal("none", machine.Isa);
        Assert.Equal(Environment.MachineName, machine.Host);
        Assert.InRange(machine.Cores, 1, Environment.ProcessorCount);
        Assert.NotEmpty(machine.Cpu);
        Assert.True(machine.MemoryBytes > 64 << 20);
        Assert.InRange(AvailableMemory.Bytes(), 1, machine.MemoryBytes);
    }

    /// <summary>2^43 GiB do not fit 64 bits; a negative size would make a result file that nobody can read.</summary>
    [Theory]
    [InlineData("8796093022208G")]
    [InlineData("9223372036854775807M")]
    [InlineData("-32K")]
    [InlineData("0K")]
    [InlineData("K")]
    public void ACacheOfImpossibleSizeIsLeftOut(string size)
    {
        using var system = new CapturedSystem(
            ("sys/devices/system/cpu/cpu0/cache/index0/level", "1\n"),
            ("sys/devices/system/cpu/cpu0/cache/index0/type", "Data\n"),
            ("sys/devices/system/cpu/cpu0/cache/index0/size", size));

        Assert.Empty(MachineProbe.Read("AVX2", system.Files, [0]).CacheBytes);
    }
}
