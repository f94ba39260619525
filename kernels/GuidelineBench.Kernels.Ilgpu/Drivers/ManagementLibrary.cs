using System.Runtime.InteropServices;
using System.Text;

namespace GuidelineBench.Kernels.Ilgpu.Drivers;

/// <summary>NVIDIA's management library (nvml.h). All calls return an nvmlReturn_t, 0 is success.</summary>
internal static partial class ManagementLibrary
{
    public const int Success = 0;

    /// <summary>NVML_CLOCK_SM and NVML_CLOCK_MEM of nvmlClockType_t; NVML_TEMPERATURE_GPU.</summary>
    public const int MultiprocessorClock = 1, MemoryClock = 2, GpuTemperature = 0;

    /// <summary>NVML_SYSTEM_DRIVER_VERSION_BUFFER_SIZE.</summary>
    private const int DriverVersionBytes = 80;

    private static readonly Lazy<bool> Started = new(() =>
    {
        NativeLibraries.Register();
        return NativeLibraries.WhyMissing(NativeLibraries.ManagementLibrary) is null && Init() == Success;
    });

    /// <summary>Whether the library is there and works. It stays open as long as the process lives.</summary>
    public static bool IsUsable => Started.Value;

    /// <returns>E.g. <c>535.54.03</c>; null where the library is missing.</returns>
    public static string? DriverVersion()
    {
        byte[] text = new byte[DriverVersionBytes];
        return IsUsable && GetDriverVersion(text, DriverVersionBytes) == Success
            ? Encoding.ASCII.GetString(text, 0, Math.Max(0, Array.IndexOf(text, (byte)0)))
            : null;
    }

    /// <summary>nvmlReturn_t nvmlDeviceGetHandleByPciBusId_v2(const char* pciBusId, nvmlDevice_t* device).</summary>
    [LibraryImport(NativeLibraries.ManagementLibrary, EntryPoint = "nvmlDeviceGetHandleByPciBusId_v2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetDevice(string pciBusId, out nint device);

    /// <summary>nvmlReturn_t nvmlDeviceGetClockInfo(nvmlDevice_t device, nvmlClockType_t type, unsigned int* clock), MHz.</summary>
    [LibraryImport(NativeLibraries.ManagementLibrary, EntryPoint = "nvmlDeviceGetClockInfo")]
    public static partial int GetClock(nint device, int type, out uint clockMHz);

    /// <summary>nvmlReturn_t nvmlDeviceGetTemperature(nvmlDevice_t device, nvmlTemperatureSensors_t sensorType, unsigned int* temp), degrees C.</summary>
    [LibraryImport(NativeLibraries.ManagementLibrary, EntryPoint = "nvmlDeviceGetTemperature")]
    public static partial int GetTemperature(nint device, int sensor, out uint temperatureC);

    /// <summary>nvmlReturn_t nvmlDeviceGetCurrentClocksThrottleReasons(nvmlDevice_t device, unsigned long long* clocksThrottleReasons).</summary>
    [LibraryImport(NativeLibraries.ManagementLibrary, EntryPoint = "nvmlDeviceGetCurrentClocksThrottleReasons")]
    public static partial int GetThrottleReasons(nint device, out ulong reasons);

    /// <summary>nvmlReturn_t nvmlInit_v2(void).</summary>
    [LibraryImport(NativeLibraries.ManagementLibrary, EntryPoint = "nvmlInit_v2")]
    private static partial int Init();

    /// <summary>nvmlReturn_t nvmlSystemGetDriverVersion(char* version, unsigned int length).</summary>
    [LibraryImport(NativeLibraries.ManagementLibrary, EntryPoint = "nvmlSystemGetDriverVersion")]
    private static partial int GetDriverVersion([Out] byte[] version, uint length);
}
