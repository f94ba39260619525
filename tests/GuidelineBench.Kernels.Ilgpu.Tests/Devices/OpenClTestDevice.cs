using GuidelineBench.Kernels.Conformance.Operators;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

public sealed class OpenClTestDevice : ITestDevice
{
    public static string Name => "OpenCL device that ILGPU accepts";

    public static long MostMultiplyAdds => long.MaxValue;

    public static int MostCases => int.MaxValue;

    public static IEnumerable<OperatorCase> FirstBlocks => ExperimentCases.FirstBlocks;

    public static void Enable(Context.Builder builder) => builder.OpenCL();

    public static Device? Find(Context context) => context.Devices.OfType<CLDevice>().FirstOrDefault();
}
