using System.Collections.Immutable;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Kernels.Ilgpu.Drivers;
using GuidelineBench.Kernels.Ilgpu.Tensors;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace GuidelineBench.Kernels.Ilgpu.Devices;

/// <summary>
/// The devices of this machine and the accelerators that were made of them: one context and at most one accelerator for
/// each device, which live as long as the process.
/// </summary>
internal sealed class DeviceCatalogue
{
    private static readonly Lazy<DeviceCatalogue> Found = new(() => new DeviceCatalogue());

    private readonly Context context;
    private readonly ImmutableDictionary<string, Device> devices;
    private readonly Dictionary<string, Accelerator> accelerators = [];
    private readonly Lock guard = new();

    private DeviceCatalogue()
    {
        context = KernelContexts.Create();
        (DeviceDescription Description, Device Device)[] found =
        [
            .. context.Devices.OfType<CudaDevice>().Select((device, number) => (DeviceDescriptions.Of(device, number), (Device)device)),
            .. context.Devices.OfType<CLDevice>().Select((device, number) => (DeviceDescriptions.Of(device, number), (Device)device)),
            .. context.Devices.OfType<CPUDevice>().Select(device => (DeviceDescriptions.Of(device), (Device)device)),
        ];
        devices = found.ToImmutableDictionary(pair => pair.Description.Id, pair => pair.Device);
        Inventory = new DeviceInventory(
            [.. found.Select(pair => pair.Description)],
            [
                .. found.Any(pair => pair.Device is CudaDevice) ? [] : new[] { new MissingDevices(DeviceKind.Cuda, WhyNoCuda()) },
                .. found.Any(pair => pair.Device is CLDevice) ? [] : new[] { new MissingDevices(DeviceKind.OpenCl, WhyNoOpenCl()) },
            ]);
    }

    public static DeviceCatalogue OfThisMachine => Found.Value;

    public DeviceInventory Inventory { get; }

    /// <exception cref="PlanException">The device refuses.</exception>
    public Accelerator Open(DeviceDescription description)
    {
        lock (guard)
        {
            if (accelerators.TryGetValue(description.Id, out Accelerator? open))
                return open;
            try
            {
                Device device = devices[description.Id];
                // The only thread that waits is the one that measures: it asks again and again, and is not woken late.
                Accelerator accelerator = device is CudaDevice cuda
                    ? cuda.CreateCudaAccelerator(context, CudaAcceleratorFlags.ScheduleSpin)
                    : device.CreateAccelerator(context);
                accelerators.Add(description.Id, accelerator);
                return accelerator;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new PlanException($"Device {description.Id} ({description.Name}) cannot be used: {error.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    /// <returns>Null where the driver does not say.</returns>
    public DeviceState? ReadState(DeviceDescription description) =>
        devices[description.Id] is CudaDevice cuda ? NvidiaSensors.Read(cuda.NVMLPCIBusId) : null;

    /// <summary>Whether it multiplies in TF32.</summary>
    public bool HasTensorCores(DeviceDescription description) =>
        devices[description.Id] is CudaDevice cuda && TensorCores.AreIn(cuda.Architecture);

    private static string WhyNoCuda()
    {
        if (NativeLibraries.WhyMissing(NativeLibraries.Cuda) is { } reason)
            return $"{reason}; it comes with the NVIDIA driver";
        int result = CudaDriver.Init(flags: 0);
        if (result != 0)
            return FormattableString.Invariant($"the NVIDIA driver does not start (cuInit returned {result})");
        result = CudaDriver.GetDeviceCount(out int count);
        return result != 0 || count == 0 ? "the NVIDIA driver finds no device" : "ILGPU finds no device, the driver does";
    }

    private static string WhyNoOpenCl() =>
        NativeLibraries.WhyMissing(NativeLibraries.OpenCl) is { } reason ? $"{reason}; it comes with a package for OpenCL" : "OpenCL finds no device";
}
