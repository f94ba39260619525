using GuidelineBench.Kernels.Conformance.Operators;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>ILGPU's CPU accelerator: a thread of the system for each thread of a group, so that barriers take long. Groups as large as any kernel takes.</summary>
public sealed class CpuTestDevice : ITestDevice
{
    public static string Name => "CPU accelerator";

    public static long MostMultiplyAdds => 200_000;

    public static int MostCases => 12;

    public static IEnumerable<OperatorCase> FirstBlocks => ExperimentCases.SmallFirstBlocks(height: 2, width: 3);

    public static void Enable(Context.Builder builder) =>
        builder.CPU(new CPUDevice(numThreadsPerWarp: 32, numWarpsPerMultiprocessor: 8, numMultiprocessors: 1));

    public static Device Find(Context context) => context.GetCPUDevice(0);
}
