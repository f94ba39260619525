using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.OnnxRuntime;

/// <summary>Where the engine's package has a library for: Windows and Linux on x64 and Arm, macOS on Arm. run.sh and run.ps1 fetch it there alone.</summary>
/// <param name="Architecture">Of this process.</param>
/// <param name="Glibc">Version of glibc; null on systems without it.</param>
internal sealed partial record EnginePlatform(OSPlatform System, Architecture Architecture, Version? Glibc)
{
    /// <summary>The oldest with all that the library asks of it.</summary>
    private static readonly Version NeededGlibc = new(2, 28);

    public static EnginePlatform This { get; } = new(
        OperatingSystem.IsWindows() ? OSPlatform.Windows : OperatingSystem.IsMacOS() ? OSPlatform.OSX : OperatingSystem.IsLinux() ? OSPlatform.Linux : OSPlatform.FreeBSD,
        RuntimeInformation.ProcessArchitecture,
        OperatingSystem.IsLinux() ? ReadGlibc() : null);

    public bool HasBuild =>
        System == OSPlatform.Linux ? Architecture is Architecture.X64 or Architecture.Arm64 && Glibc >= NeededGlibc
        : System == OSPlatform.Windows ? Architecture is Architecture.X64 or Architecture.Arm64
        : System == OSPlatform.OSX && Architecture == Architecture.Arm64;

    /// <summary>For a reader.</summary>
    public override string ToString() =>
        RuntimeInformation.RuntimeIdentifier + (System != OSPlatform.Linux ? "" : Glibc is null ? ", no glibc" : $", glibc {Glibc}");

    private static Version? ReadGlibc()
    {
        try
        {
            return Version.TryParse(Marshal.PtrToStringUTF8(GlibcVersion()), out Version? version) ? version : null;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "gnu_get_libc_version")]
    private static partial nint GlibcVersion();
}
