using System.Runtime.InteropServices;

namespace GuidelineBench.Execution.Buffers;

/// <summary>Asks the system for large pages where it gives them without set-up: fewer address translations on maps of many megabytes.</summary>
internal static class LargePages
{
    /// <summary>A large page on x86-64, and on Arm with pages of 4 KiB.</summary>
    public const long Bytes = 2 * 1024 * 1024;

    private const int MadvHugePage = 14;

    public static bool AreWorthwhile(long bytes) => OperatingSystem.IsLinux() && bytes >= Bytes;

    /// <summary>The system may refuse, and then nothing changes.</summary>
    /// <param name="address">A multiple of <see cref="Bytes"/>.</param>
    public static void Request(nint address, long bytes) => _ = Advise(address, (nint)bytes, MadvHugePage);

    [DllImport("libc", EntryPoint = "madvise")]
    private static extern int Advise(nint address, nint length, int advice);
}
