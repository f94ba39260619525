using System.Collections.Immutable;
using GuidelineBench.Benchmarks.CommandLine;
using GuidelineBench.Benchmarks.Kernels;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.CommandLine;

/// <summary>What <c>bench</c> measures of a device, and against which limits.</summary>
public sealed class DeviceBenchmarksTests
{
    private static readonly FakeDeviceBackend Device = new()
    {
        Abilities = new BackendAbilities([ExecutionOrder.Layer], LaunchModes.All, [MathMode.Fp32], HasThreads: false),
    };

    [Fact]
    public void EveryKernelIsThereOnceWithoutThreads() => Assert.Equal(
        KernelCases.All.Select(kernel => kernel.ToString()), KernelBenchmarks.KernelsOn(Device).Select(kernel => kernel.ToString()));

    [Fact]
    public void EveryCellIsThereInEachWayThatTheDeviceKnows()
    {
        CellDefinition[] cells = [.. CellBenchmarks.CellsOn(Device)];

        Assert.All(cells, cell =>
        {
            Assert.Equal(FakeDeviceBackend.Description.Name, cell.Device);
            Assert.Equal(ExecutionOrder.Layer, cell.Options.Order);
            Assert.Equal(1, cell.Options.Threads);
        });
        Assert.Equal(
            ["table1/1:6/x2 fused layer stream fp32", "table1/1:6/x2 fused layer graph fp32"],
            cells.Select(cell => cell.ToString()).Where(label => label.StartsWith("table1/1:6/x2 ", StringComparison.Ordinal)));
    }

    [Fact]
    public void WithoutWaysOfStartingOperatorsThereIsTheUsualOne()
    {
        var plain = new FakeDeviceBackend { Abilities = Device.Abilities with { Launches = [] } };

        Assert.All(CellBenchmarks.CellsOn(plain), cell => Assert.Equal(LaunchMode.Stream, cell.Options.Launch));
    }

    /// <summary>The device of the test has 8 MiB of second-level cache; what does not fit is bound by its memory.</summary>
    [Theory]
    [InlineData(8 << 20, "L2", 40)]
    [InlineData((8 << 20) + 1, "memory", 10)]
    public void TheLevelsAreThoseOfTheDevice(long mapBytes, string level, double bytesPerNs)
    {
        var ceiling = new Ceiling(
            "fake", Threads: 1, FmaGflops: 100,
            new Dictionary<string, double> { ["L2"] = 40, ["memory"] = 10 }.ToImmutableSortedDictionary(StringComparer.Ordinal), LaunchNs: 5000);

        KernelRates rates = KernelRates.Of(
            new KernelWork(MultiplyAdds: 0, mapBytes, ParameterBytes: 0), meanNs: 2 * mapBytes / bytesPerNs, ceiling,
            MeasuredMachine.CachesOf(FakeDeviceBackend.Description));

        Assert.Equal(level, rates.BoundBy);
        Assert.Equal(50, rates.PercentOfCeiling!.Value, precision: 9);
    }

    [Fact]
    public void OfADeviceThatDoesNotSayThereAreNoCaches()
    {
        Assert.Empty(MeasuredMachine.CachesOf(FakeDeviceBackend.Description with { L2Bytes = null }));
        Assert.Empty(MeasuredMachine.CachesOf(null));
    }
}
