using System.Runtime.InteropServices;

namespace GuidelineBench.Cli.Limits;

/// <summary>The largest size of a file that the system's resource limits allow.</summary>
internal static class FileSizeLimit
{
    /// <summary>SIGXFSZ, the same number on Linux and macOS.</summary>
    private const int Exceeded = 25;

    /// <summary>
    /// A write beyond the limit ends the process by a signal unless somebody handles it; from here on it is refused like a
    /// write to a full disk.
    /// </summary>
    /// <returns>To be disposed of at the end; null where there is no such limit.</returns>
    public static IDisposable? AsError() =>
        OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)Exceeded, signal => signal.Cancel = true);
}
