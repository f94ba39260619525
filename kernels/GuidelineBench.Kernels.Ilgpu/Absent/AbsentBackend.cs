using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Kernels.Ilgpu.Absent;

/// <summary>Stands where a backend on GPUs would be, and says how to get it.</summary>
internal sealed class AbsentBackend(string name) : IDeviceBackend
{
    public const string Reason =
        "this build has no ILGPU; ./run.sh restores ILGPU and ILGPU.Algorithms where a package source has them: "
        + "GUIDELINEBENCH_NUGET_SOURCE=FOLDER-OR-FEED adds one, GUIDELINEBENCH_GPU=on tries again";

    public string Name => name;

    public string Isa => "-";

    public string? Unusable => Reason;

    public DeviceInventory Inventory { get; } = new([], []);

    public IDevice? Device => null;

    public IDeviceBackend On(DeviceDescription device) => throw new DeviceException(Reason, isAbsent: true);

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options) => throw new PlanException(Reason);
}
