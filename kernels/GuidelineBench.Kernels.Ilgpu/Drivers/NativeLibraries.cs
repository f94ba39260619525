using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Drivers;

/// <summary>
/// Finds the libraries of drivers and vendors under the names that they have on this system. ILGPU and plain imports look
/// for the unversioned name, which on Linux belongs to the packages for developers.
/// </summary>
internal static class NativeLibraries
{
    public const string Cuda = "cuda", OpenCl = "OpenCL", ManagementLibrary = "nvidia-ml", Cublas = "cublas";

    /// <summary>An assembly takes one resolver in its life.</summary>
    private static readonly Lazy<bool> Registered = new(() =>
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
        NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, Resolve);
        return true;
    });

    /// <summary>To be called before the first import of any of these libraries.</summary>
    public static void Register() => _ = Registered.Value;

    /// <param name="library">As it is imported; ILGPU's names on Windows included.</param>
    /// <returns>File names to try in this order; none for a library that is not of these.</returns>
    public static ImmutableArray<string> FileNames(string library, OSPlatform system)
    {
        bool windows = system == OSPlatform.Windows, mac = system == OSPlatform.OSX;
        return library.ToLowerInvariant() switch
        {
            "cuda" or "nvcuda" => windows ? ["nvcuda.dll"] : mac ? ["libcuda.dylib"] : ["libcuda.so.1", "libcuda.so"],
            "opencl" => windows ? ["OpenCL.dll"]
                : mac ? ["/System/Library/Frameworks/OpenCL.framework/OpenCL"]
                : ["libOpenCL.so.1", "libOpenCL.so"],
            "nvidia-ml" => windows ? ["nvml.dll"] : mac ? [] : ["libnvidia-ml.so.1", "libnvidia-ml.so"],
            "cublas" => windows ? ["cublas64_13.dll", "cublas64_12.dll"]
                : mac ? []
                : ["libcublas.so.13", "libcublas.so.12", "/usr/local/cuda/lib64/libcublas.so.13", "/usr/local/cuda/lib64/libcublas.so.12"],
            _ => [],
        };
    }

    /// <returns>Null when the library is there; else which file was looked for.</returns>
    public static string? WhyMissing(string library)
    {
        ImmutableArray<string> names = FileNames(library, System());
        return names.IsEmpty
            ? $"there is no {library} library for this system"
            : Load(names) != 0 ? null : $"{string.Join(" or ", names.Where(name => !name.Contains('/', StringComparison.Ordinal)).DefaultIfEmpty(names[0]))} was not found";
    }

    private static nint Resolve(string library, Assembly importer, DllImportSearchPath? path) => Load(FileNames(library, System()));

    /// <returns>0 where none can be loaded; the system then looks for itself.</returns>
    private static nint Load(ImmutableArray<string> names)
    {
        foreach (string name in names)
            if (NativeLibrary.TryLoad(name, out nint handle))
                return handle;
        return 0;
    }

    private static OSPlatform System() =>
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OSPlatform.Linux;
}
