using System.Runtime.InteropServices;

namespace GuidelineBench.Execution.Threads;

/// <summary>sched_getaffinity and sched_setaffinity of Linux.</summary>
internal sealed class LinuxAffinityMasks : IAffinityMasks
{
    private const int ThisThread = 0;

    public int Read(ulong[] mask) =>
        GetAffinity(ThisThread, sizeof(ulong) * mask.Length, mask) == 0 ? 0 : Marshal.GetLastPInvokeError();

    public int Write(ulong[] mask) =>
        SetAffinity(ThisThread, sizeof(ulong) * mask.Length, mask) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static extern int SetAffinity(int thread, nint bytes, ulong[] mask);

    [DllImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static extern int GetAffinity(int thread, nint bytes, [In, Out] ulong[] mask);
}
