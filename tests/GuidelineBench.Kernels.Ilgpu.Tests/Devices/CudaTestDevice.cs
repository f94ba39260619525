using GuidelineBench.Kernels.Conformance.Operators;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

public sealed class CudaTestDevice : ITestDevice
{
    public static string Name => "CUDA device";

    public static long MostMultiplyAdds => long.MaxValue;

    public static int MostCases => int.MaxValue;

    public static IEnumerable<OperatorCase> FirstBlocks => ExperimentCases.FirstBlocks;

    public static void Enable(Context.Builder builder) => builder.Cuda();

    public static Device? Find(Context context) => context.Devices.OfType<CudaDevice>().FirstOrDefault();
}
