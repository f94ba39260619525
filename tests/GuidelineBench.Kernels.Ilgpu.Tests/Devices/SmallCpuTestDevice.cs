using GuidelineBench.Kernels.Conformance.Operators;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>
/// ILGPU's CPU accelerator with small groups. Each thread of a group is one of the system, and every barrier waits for all
/// of them: whole networks take far less time than with groups of 256.
/// </summary>
public sealed class SmallCpuTestDevice : ITestDevice
{
    public static string Name => "CPU accelerator with small groups";

    public static long MostMultiplyAdds => 200_000;

    public static int MostCases => 12;

    public static IEnumerable<OperatorCase> FirstBlocks => ExperimentCases.SmallFirstBlocks(height: 2, width: 3);

    public static void Enable(Context.Builder builder) =>
        builder.CPU(new CPUDevice(numThreadsPerWarp: 32, numWarpsPerMultiprocessor: TestPart.Number(all: 2, part: 1), numMultiprocessors: 1));

    public static Device Find(Context context) => context.GetCPUDevice(0);
}
