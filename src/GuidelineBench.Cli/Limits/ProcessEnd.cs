using System.Runtime.InteropServices;

namespace GuidelineBench.Cli.Limits;

/// <summary>The end of a process that cannot end as usual: the runtime waits for threads that it could not start.</summary>
internal static partial class ProcessEnd
{
    /// <summary>Does nothing on Windows.</summary>
    public static void AtOnce(int code)
    {
        if (!OperatingSystem.IsWindows())
            Exit(code);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);
}
