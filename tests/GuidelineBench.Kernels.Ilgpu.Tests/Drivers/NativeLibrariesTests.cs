using System.Runtime.InteropServices;
using GuidelineBench.Kernels.Ilgpu.Drivers;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Drivers;

public class NativeLibrariesTests
{
    /// <summary>The names under which drivers, not their packages for developers, install.</summary>
    [Theory]
    [InlineData("cuda", "LINUX", "libcuda.so.1")]
    [InlineData("nvcuda", "WINDOWS", "nvcuda.dll")]
    [InlineData("OpenCL", "LINUX", "libOpenCL.so.1")]
    [InlineData("opencl", "WINDOWS", "OpenCL.dll")]
    [InlineData("nvidia-ml", "LINUX", "libnvidia-ml.so.1")]
    [InlineData("nvidia-ml", "WINDOWS", "nvml.dll")]
    [InlineData("cublas", "LINUX", "libcublas.so.13")]
    [InlineData("cublas", "WINDOWS", "cublas64_13.dll")]
    public void A_library_is_first_looked_for_under_its_versioned_name(string library, string system, string file) =>
        Assert.Equal(file, NativeLibraries.FileNames(library, OSPlatform.Create(system))[0]);

    [Theory]
    [InlineData("LINUX", "libcublas.so.12")]
    [InlineData("WINDOWS", "cublas64_12.dll")]
    public void CuBLAS_12_does_too(string system, string file) =>
        Assert.Contains(file, NativeLibraries.FileNames("cublas", OSPlatform.Create(system)));

    [Fact]
    public void Other_libraries_are_left_to_the_system() => Assert.Empty(NativeLibraries.FileNames("kernel32", OSPlatform.Windows));

    [Fact]
    public void A_library_that_no_system_has_is_missing_with_a_reason() => Assert.NotNull(NativeLibraries.WhyMissing("no such library"));

    [Fact]
    public void Registering_twice_is_once()
    {
        NativeLibraries.Register();
        NativeLibraries.Register();
    }
}
