using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Devices;
using GuidelineBench.Kernels.Ilgpu.Plans;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using GuidelineBench.Kernels.Ilgpu.Vendor;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using IDevice = GuidelineBench.Execution.Devices.IDevice;

namespace GuidelineBench.Kernels.Ilgpu;

/// <summary>The kernels of this project on one device.</summary>
/// <param name="isVendor">Whether 1x1 convolutions are left to NVIDIA's cuBLAS, for comparison.</param>
/// <param name="chosen">The device; null: the default of the inventory.</param>
public sealed class IlgpuBackend(bool isVendor, DeviceDescription? chosen = null) : IDeviceBackend, ITunedBackend
{
    private readonly Lazy<(IlgpuDevice? Device, string? Unusable)> place = new(() => Find(isVendor, chosen));

    internal const string BackendName = "ilgpu";

    public string Name => isVendor ? "cublas" : BackendName;

    public string Isa => Description is { } device
        ? $"{device.Name}{(device.ComputeCapability is { } capability ? $", compute capability {capability}" : "")}"
        : "-";

    public string? Unusable => place.Value.Unusable;

    public DeviceInventory Inventory => DeviceCatalogue.OfThisMachine.Inventory;

    public IDevice? Device => place.Value.Device;

    private DeviceDescription? Description => place.Value.Device?.Description;

    public BackendAbilities Abilities => new(
        [ExecutionOrder.Layer],
        Description is { Kind: DeviceKind.Cuda } ? LaunchModes.All : [LaunchMode.Stream],
        Description is { } device && DeviceCatalogue.OfThisMachine.HasTensorCores(device) ? MathModes.All : [MathMode.Fp32],
        HasThreads: false);

    public IDeviceBackend On(DeviceDescription device)
    {
        var backend = new IlgpuBackend(isVendor, device);
        return backend.Unusable is { } reason ? throw new DeviceException(reason, isAbsent: true) : backend;
    }

    public IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options)
    {
        Accelerator accelerator = Open();
        try
        {
            return IlgpuPlan.Compile(accelerator, graph, parameters, options, TilesOf(options), CublasOf(accelerator));
        }
        catch (AcceleratorException error)
        {
            throw new PlanException($"{graph.Name}: {Description!.Id} refuses: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    public ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options)
    {
        Accelerator accelerator = Open();
        return IlgpuPlan.Candidates(accelerator, graph, options, TilesOf(options), CublasOf(accelerator));
    }

    private static (IlgpuDevice?, string?) Find(bool isVendor, DeviceDescription? chosen)
    {
        try
        {
            DeviceDescription device = chosen ?? DeviceCatalogue.OfThisMachine.Inventory.Default;
            if (device.Unusable is { } reason)
                return (new IlgpuDevice(device), reason);
            return (new IlgpuDevice(device), isVendor ? WhyNoCublas(device) : null);
        }
        catch (DeviceException error)
        {
            return (null, error.Message);
        }
    }

    private static string? WhyNoCublas(DeviceDescription device) => device.Kind != DeviceKind.Cuda
        ? $"cuBLAS needs a CUDA device, {device.Id} ({device.Name}) is none"
        : Cublas.WhyMissing();

    // What cuBLAS leaves to the kernels of this project stays FP32, so that its cells show cuBLAS's tensor cores only.
    private ImmutableArray<TileClass> TilesOf(PlanOptions options) =>
        options.Math == MathMode.Tf32 && !isVendor ? TileClass.Tensor : TileClass.All;

    private Cublas? CublasOf(Accelerator accelerator) => isVendor ? Cublas.Of((CudaAccelerator)accelerator) : null;

    /// <exception cref="PlanException">There is no device, or it refuses.</exception>
    private Accelerator Open() => Unusable is { } reason
        ? throw new PlanException($"Backend {Name} cannot be used: {reason}.")
        : DeviceCatalogue.OfThisMachine.Open(Description!);
}
