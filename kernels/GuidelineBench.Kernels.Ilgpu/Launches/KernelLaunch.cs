using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Launches;

/// <summary>A kernel with its only argument, a struct that holds all operands.</summary>
/// <param name="launcher">As ILGPU loads it.</param>
internal sealed class KernelLaunch<TArguments>(
    Action<AcceleratorStream, KernelConfig, TArguments> launcher, KernelConfig size, TArguments arguments, string choice) : IDeviceOperator
    where TArguments : struct
{
    public string Choice => choice;

    public void Launch(AcceleratorStream stream) => launcher(stream, size, arguments);
}
