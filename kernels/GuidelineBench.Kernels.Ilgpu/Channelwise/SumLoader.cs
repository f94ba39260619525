using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>Loads the kernel of sums with any function behind it.</summary>
internal readonly struct SumLoader<TScale>(Accelerator accelerator)
    : IFunctionConsumer<Action<AcceleratorStream, KernelConfig, SumArguments<TScale>>>
    where TScale : struct, IChannelScale
{
    public Action<AcceleratorStream, KernelConfig, SumArguments<TScale>> With<TFunction>()
        where TFunction : struct, IElementFunction => SumKernel.Load<TScale, TFunction>(accelerator);
}
