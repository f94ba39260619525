using System.Runtime.InteropServices;

namespace GuidelineBench.Execution.Threads;

/// <summary>Ties threads to logical processors, so that the scheduler cannot move a measured thread away from its caches.</summary>
public static class CoreAffinity
{
    private const int BitsPerWord = 8 * sizeof(ulong);

    /// <summary>1024 processors, the size of glibc's cpu_set_t.</summary>
    private const int MaskWords = 16;

    private const int ThisThread = 0;

    /// <summary>Read before any thread is pinned: a pinned thread sees its own processor only, and so do threads that it starts.</summary>
    private static readonly int[] AtStart = ReadUsable();

    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Indices of the logical processors that this process may run on, ascending, as the system numbers them.</summary>
    public static int[] UsableProcessors() => [.. AtStart];

    /// <summary>The calling thread runs on that processor alone from here on.</summary>
    /// <exception cref="AffinityException">The system cannot do it, or the process may not use that processor.</exception>
    public static void PinCurrentThread(int processor)
    {
        if (!IsSupported)
            throw new AffinityException("Pinning to cores is supported on Linux only; leave the cores to the system.");
        if (!AtStart.Contains(processor))
            throw new AffinityException(FormattableString.Invariant(
                $"Core {processor} cannot be used by this process; {string.Join(',', AtStart)} can."));
        SetMask([processor]);
    }

    /// <summary>The calling thread may run on every usable processor again.</summary>
    public static void UnpinCurrentThread()
    {
        if (IsSupported)
            SetMask(AtStart);
    }

    private static void SetMask(ReadOnlySpan<int> processors)
    {
        ulong[] mask = new ulong[MaskWords];
        foreach (int processor in processors)
            mask[processor / BitsPerWord] |= 1UL << (processor % BitsPerWord);
        if (SetAffinity(ThisThread, sizeof(ulong) * MaskWords, mask) != 0)
            throw new AffinityException(FormattableString.Invariant(
                $"The system refused to run a thread on core {string.Join(',', processors.ToArray())} (error {Marshal.GetLastPInvokeError()})."));
    }

    private static int[] ReadUsable()
    {
        ulong[] mask = new ulong[MaskWords];
        if (!IsSupported || GetAffinity(ThisThread, sizeof(ulong) * MaskWords, mask) != 0)
            return [.. Enumerable.Range(0, Environment.ProcessorCount)];
        return [.. Enumerable.Range(0, BitsPerWord * MaskWords)
            .Where(processor => (mask[processor / BitsPerWord] >> (processor % BitsPerWord) & 1) != 0)];
    }

    [DllImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static extern int SetAffinity(int thread, nint bytes, ulong[] mask);

    [DllImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static extern int GetAffinity(int thread, nint bytes, [In, Out] ulong[] mask);
}
