using GuidelineBench.Kernels.Ilgpu.Drivers;
using GuidelineBench.Kernels.Ilgpu.Tensors;
using ILGPU;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace GuidelineBench.Kernels.Ilgpu.Devices;

/// <summary>Creates ILGPU's context as all kernels of this project are compiled.</summary>
internal static class KernelContexts
{
    /// <summary>Every device of CUDA and OpenCL, usable or not, and a processor that plays a GPU with groups of 1024 threads.</summary>
    public static Context Create()
    {
        NativeLibraries.Register();
        return Context.Create(builder => Kernels(builder)
            .Cuda(_ => true)
            .OpenCL(_ => true)
            .CPU(CPUDeviceKind.Nvidia)
            // Markers in a stream are events of the device's clock; nothing else comes with them.
            .Profiling());
    }

    /// <summary>How kernels are compiled, on whatever device.</summary>
    public static Context.Builder Kernels(Context.Builder builder)
    {
        TensorCores.Register(builder);
        return builder.EnableAlgorithms().Optimize(OptimizationLevel.O2);
    }
}
