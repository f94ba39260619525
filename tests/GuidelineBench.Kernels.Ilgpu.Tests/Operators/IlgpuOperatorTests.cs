using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Conformance.Operators;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Operators;

/// <summary>What every backend has to do, on one kind of accelerator.</summary>
public abstract class IlgpuOperatorTests<TDevice> : OperatorTests
    where TDevice : ITestDevice
{
    public static new TheoryData<OperatorCase> Cases => TestAccelerator<TDevice>.Data(OperatorCases.All);

    public static new TheoryData<OperatorCase> Blocks => TestAccelerator<TDevice>.FirstBlocks;

    /// <summary>Those of the tables, and small ones for devices that they take too long on.</summary>
    public static new TheoryData<OperatorCase> SmallNetworks =>
        TestAccelerator<TDevice>.Data(ExperimentCases.WholeAtX1.Concat(OperatorCases.Networks()));

    public static new TheoryData<OperatorCase> Leaks => TestAccelerator<TDevice>.Data(LeakCases.All);

    protected override ImmutableArray<IBackend> Backends => [new PlanBackend<TDevice>()];
}
