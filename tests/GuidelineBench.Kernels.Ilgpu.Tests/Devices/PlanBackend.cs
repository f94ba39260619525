using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Plans;
using GuidelineBench.Kernels.Ilgpu.Tilings;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>Plans on the accelerator of one kind of device.</summary>
/// <param name="tiles">Those of TF32; null: FP32.</param>
internal sealed class PlanBackend<TDevice>(ImmutableArray<TileClass>? tiles = null) : ITunedBackend
    where TDevice : ITestDevice
{
    public string Name => TDevice.Name;

    public string Isa => TestAccelerator<TDevice>.Instance.Name;

    public string? Unusable => null;

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options) =>
        IlgpuPlan.Compile(TestAccelerator<TDevice>.Instance, graph, parameters, options, tiles ?? TileClass.All);

    public ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options) =>
        IlgpuPlan.Candidates(TestAccelerator<TDevice>.Instance, graph, options, tiles ?? TileClass.All);
}
