using System.Globalization;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Kernels.Ilgpu.Drivers;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace GuidelineBench.Kernels.Ilgpu.Devices;

/// <summary>Describes ILGPU's devices, and says which of them ILGPU cannot compile for.</summary>
internal static class DeviceDescriptions
{
    /// <summary>As <c>--device cpu</c> names it.</summary>
    public const string ProcessorId = "cpu";

    public static DeviceDescription Of(CudaDevice device, int number) => new(
        Id(DeviceKind.Cuda, number), device.Name, DeviceKind.Cuda, IsGpu: true, WhyUnusable(device))
    {
        MemoryBytes = device.MemorySize,
        L2Bytes = Positive(device.L2CacheSize),
        Multiprocessors = device.NumMultiprocessors,
        ComputeCapability = device.Architecture is { } architecture ? FormattableString.Invariant($"{architecture.Major}.{architecture.Minor}") : null,
        ClockMHz = Positive(device.ClockRate),
        MemoryClockMHz = Positive(device.MemoryClockRate),
        Driver = string.Join(' ', new[] { ManagementLibrary.DriverVersion(), FormattableString.Invariant($"(CUDA {device.DriverVersion.Major}.{device.DriverVersion.Minor})") }.OfType<string>()),
    };

    public static DeviceDescription Of(CLDevice device, int number) => new(
        Id(DeviceKind.OpenCl, number), device.Name, DeviceKind.OpenCl, device.DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_GPU), WhyUnusable(device))
    {
        MemoryBytes = device.MemorySize,
        L2Bytes = device.GetDeviceInfo(CLDeviceInfoType.CL_DEVICE_GLOBAL_MEM_CACHE_SIZE, out long bytes) == CLError.CL_SUCCESS && bytes > 0 ? bytes : null,
        Multiprocessors = device.NumMultiprocessors,
        ClockMHz = Positive(device.ClockRate),
        Driver = $"{device.PlatformName}, {CLAPI.CurrentAPI.GetDeviceInfo(device.DeviceId, CLDeviceInfoType.CL_DRIVER_VERSION)}",
    };

    public static DeviceDescription Of(CPUDevice device) => new(
        ProcessorId, "ILGPU's CPU accelerator", DeviceKind.Cpu, IsGpu: false, Unusable: null)
    {
        Multiprocessors = device.NumMultiprocessors,
    };

    private static string? WhyUnusable(CudaDevice device)
    {
        if (device.Architecture is null)
            return "ILGPU does not know its architecture";
        return device.InstructionSet is null
            ? $"its driver is too old for ILGPU (CUDA {device.DriverVersion.Major.ToString(CultureInfo.InvariantCulture)}.{device.DriverVersion.Minor.ToString(CultureInfo.InvariantCulture)})"
            : null;
    }

    private static string? WhyUnusable(CLDevice device)
    {
        if (device.CLStdVersion < ILGPU.Backends.OpenCL.CLBackend.MinimumVersion)
            return $"ILGPU needs OpenCL C 2.0, it has {device.CLStdVersion}";
        return device.Capabilities.GenericAddressSpace ? null : "ILGPU needs OpenCL's generic address space, which it does not have";
    }

    private static string Id(DeviceKind kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind.Label()}:{number}");

    private static int? Positive(int value) => value > 0 ? value : null;
}
