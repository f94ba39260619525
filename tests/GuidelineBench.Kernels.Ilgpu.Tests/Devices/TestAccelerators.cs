using GuidelineBench.Kernels.Ilgpu.Devices;
using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.OpenCL;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

/// <summary>The accelerators that tests of kernels run on. One each for the whole run: it takes long to start them.</summary>
internal static class TestAccelerators
{
    private static readonly Lazy<Context> context = new(KernelContexts.Create);

    private static readonly Lazy<Accelerator> cpu = new(() =>
        context.Value.GetDevice<CPUDevice>(0).CreateAccelerator(context.Value));

    private static readonly Lazy<Accelerator?> openCl = new(() => context.Value.Devices.OfType<CLDevice>()
        .FirstOrDefault(device => device.CLStdVersion >= CLBackend.MinimumVersion && device.Capabilities.GenericAddressSpace)
        ?.CreateAccelerator(context.Value));

    public static Context Context => context.Value;

    /// <summary>ILGPU's own, with the group sizes of a GPU.</summary>
    public static Accelerator Cpu => cpu.Value;

    /// <summary>The first OpenCL device that ILGPU accepts; the test is skipped where there is none.</summary>
    public static Accelerator OpenCl
    {
        get
        {
            if (openCl.Value is null)
                Assert.Skip("There is no OpenCL device that ILGPU accepts (OpenCL C 2.0 with generic address space).");
            return openCl.Value!;
        }
    }
}
