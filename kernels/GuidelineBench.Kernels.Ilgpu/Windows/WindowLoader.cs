using GuidelineBench.Kernels.Ilgpu.Channelwise;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>Loads the kernel of an operation with any function behind it.</summary>
internal readonly struct WindowLoader<TOperation>(Accelerator accelerator)
    : IFunctionConsumer<Action<AcceleratorStream, KernelConfig, WindowArguments>>
    where TOperation : struct, IWindowOperation
{
    public Action<AcceleratorStream, KernelConfig, WindowArguments> With<TFunction>()
        where TFunction : struct, IElementFunction => WindowKernel.Load<TOperation, TFunction>(accelerator);
}
