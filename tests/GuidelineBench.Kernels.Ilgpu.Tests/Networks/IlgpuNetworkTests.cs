using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Conformance.Networks;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Networks;

/// <summary>What every backend has to do that runs the networks of the catalogue, on one kind of accelerator.</summary>
public abstract class IlgpuNetworkTests<TDevice> : NetworkTests
    where TDevice : ITestDevice
{
    public static new TheoryData<OperatorCase> Layers => TestAccelerator<TDevice>.Data(LayerCases.All);

    public static new TheoryData<OperatorCase> Views => TestAccelerator<TDevice>.Data(ViewCases.All);

    public static new TheoryData<OperatorCase> Joins => TestAccelerator<TDevice>.Data(JoinCases.All);

    public static new TheoryData<OperatorCase> Networks => TestAccelerator<TDevice>.Data(RandomNetworks.All);

    protected override ImmutableArray<IBackend> Backends => [new PlanBackend<TDevice>()];
}
