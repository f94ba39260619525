using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>The accelerators that tests run on. One each for the whole run: it takes long to start them.</summary>
internal static class TestAccelerators
{
    private static readonly Lazy<Context> context = new(() => Context.Create(builder => builder
        .Optimize(OptimizationLevel.O2)
        .CPU(CPUDeviceKind.Nvidia)
        .OpenCL()));

    private static readonly Lazy<Accelerator> cpu = new(() =>
        context.Value.GetDevice<CPUDevice>(0).CreateAccelerator(context.Value));

    private static readonly Lazy<Accelerator?> openCl = new(() =>
        context.Value.GetCLDevices().Count == 0 ? null : context.Value.GetCLDevice(0).CreateAccelerator(context.Value));

    /// <summary>ILGPU's own, with the group sizes of a GPU.</summary>
    public static Accelerator Cpu => cpu.Value;

    /// <summary>The first OpenCL device that ILGPU accepts; the test is skipped where there is none.</summary>
    public static Accelerator OpenCl
    {
        get
        {
            if (openCl.Value is null)
                Assert.Skip("ILGPU accepts no OpenCL device here.");
            return openCl.Value!;
        }
    }
}
