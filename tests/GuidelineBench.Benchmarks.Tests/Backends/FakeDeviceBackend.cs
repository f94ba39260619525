using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>A backend on a device whose clock says what a test wants.</summary>
/// <param name="states">What the driver says, one after the other.</param>
internal sealed class FakeDeviceBackend(params DeviceState?[] states) : IDeviceBackend, ITunedBackend, IDevice
{
    private readonly FakeBackend backend = new();
    private int asked;

    public static DeviceDescription Description { get; } =
        new("cuda:0", "Some GPU", DeviceKind.Cuda, IsGpu: true, Unusable: null) { Driver = "1.2", L2Bytes = 8 << 20 };

    public string Name => "fake";

    public string Isa => "none";

    public string? Unusable => null;

    public BackendAbilities Abilities { get; init; } = BackendAbilities.OfProcessor;

    public DeviceInventory Inventory { get; } = new([Description], []);

    public IDevice? Device => this;

    DeviceDescription? IDevice.Description => Description;

    /// <summary>Of a pass by the device's clock; null: it has none.</summary>
    public double? DeviceNs { get; init; }

    public IDeviceBackend On(DeviceDescription device) => this;

    public DeviceState? ReadState() => asked < states.Length ? states[asked++] : null;

    public long? FreeMemoryBytes() => 1L << 30;

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options) =>
        new FakeDevicePlan((ISteppedPlan)backend.Compile(graph, parameters, options), DeviceNs);

    public ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options) => backend.Candidates(graph, options);

    public ICeilingWork CreateCeilingWork(int threads, CoreSet cores) => backend.CreateCeilingWork(threads, cores);
}
