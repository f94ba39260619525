using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.OnnxRuntime.Tests;

public class EnginePlatformTests
{
    [Theory]
    [InlineData("LINUX", Architecture.X64, "2.28", true)]
    [InlineData("LINUX", Architecture.Arm64, "2.41", true)]
    [InlineData("LINUX", Architecture.X64, "2.27", false)]
    [InlineData("LINUX", Architecture.X64, null, false)]
    [InlineData("LINUX", Architecture.Arm, "2.36", false)]
    [InlineData("WINDOWS", Architecture.X64, null, true)]
    [InlineData("WINDOWS", Architecture.Arm64, null, true)]
    [InlineData("WINDOWS", Architecture.X86, null, false)]
    [InlineData("OSX", Architecture.Arm64, null, true)]
    [InlineData("OSX", Architecture.X64, null, false)]
    [InlineData("FREEBSD", Architecture.X64, null, false)]
    public void Builds_are_those_of_the_package(string system, Architecture architecture, string? glibc, bool expected) =>
        Assert.Equal(expected, new EnginePlatform(OSPlatform.Create(system), architecture, glibc is null ? null : Version.Parse(glibc)).HasBuild);

    [Fact]
    public void This_one_is_named()
    {
        Assert.StartsWith(RuntimeInformation.RuntimeIdentifier, EnginePlatform.This.ToString(), StringComparison.Ordinal);
        if (OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
            Assert.True(EnginePlatform.This.Glibc >= new Version(2, 17), EnginePlatform.This.ToString());
    }
}
