using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Machines;

public sealed class AppleMachineTests
{
    [Fact]
    public void PerformanceLevelsAreKinds()
    {
        AppleMachine machine = AppleMachine.Parse(CapturedSystem.CaptureText("apple-m1-pro"));

        Assert.Equal("Apple M1 Pro", machine.Cpu);
        Assert.Equal([("big", 8), ("little", 2)], machine.Classes.Select(kind => (kind.Name, kind.Count)));
        // Those of the fast cores; the system's own figures without a level are those of the slow ones.
        Assert.Equal([("L1d", 131072L), ("L2", 12582912L)], machine.CacheBytes.Select(level => (level.Key, level.Value)));
    }

    [Fact]
    public void AMacWithoutLevelsHasNoKinds()
    {
        AppleMachine machine = AppleMachine.Parse(CapturedSystem.CaptureText("macbook-i7-4770hq"));

        Assert.Equal("Intel(R) Core(TM) i7-4770HQ CPU @ 2.20GHz", machine.Cpu);
        Assert.Empty(machine.Classes);
        Assert.Equal([("L1d", 32768L), ("L2", 262144L), ("L3", 6291456L)], machine.CacheBytes.Select(level => (level.Key, level.Value)));
    }

    [Fact]
    public void TheMachineIsDescribedByThem()
    {
        using var nothing = new CapturedSystem();
        MachineInfo machine = MachineProbe.Read("NEON (128 bit)", nothing.Files, AppleMachine.Parse(CapturedSystem.CaptureText("apple-m1-pro")), [0]);

        Assert.Equal("Apple M1 Pro", machine.Cpu);
        Assert.Equal(8, machine.CoreClasses[0].Count);
        Assert.Empty(machine.CoreClasses[0].Processors);
        Assert.Equal(12582912, machine.CacheBytes["L2"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hw.perflevel0.logicalcpu: many\nno line at all\n: \n")]
    public void AnotherTextSaysNothing(string text)
    {
        AppleMachine machine = AppleMachine.Parse(text);

        Assert.Null(machine.Cpu);
        Assert.Empty(machine.CacheBytes);
        Assert.Empty(machine.Classes);
    }
}
