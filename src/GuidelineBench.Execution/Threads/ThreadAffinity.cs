using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GuidelineBench.Execution.Threads;

/// <summary>Ties threads to logical processors of a system whose masks have any size.</summary>
internal sealed class ThreadAffinity
{
    private const int BitsPerWord = 8 * sizeof(ulong);

    /// <summary>1024 processors, the size of glibc's cpu_set_t; a kernel that is ready for more processors refuses a mask so short.</summary>
    private const int FirstWords = 16;

    private const int InvalidArgument = 22;

    private readonly IAffinityMasks masks;

    /// <summary>Words that the system accepted.</summary>
    private readonly int words = FirstWords;

    /// <param name="otherwise">The processors of this process, asked for where no mask can be read.</param>
    public ThreadAffinity(IAffinityMasks masks, Func<IEnumerable<int>> otherwise)
    {
        this.masks = masks;
        for (; words <= ProcessorList.MostProcessors / BitsPerWord; words *= 2)
        {
            ulong[] mask = new ulong[words];
            int error = masks.Read(mask);
            if (error == 0)
            {
                Usable = [.. ProcessorsOf(mask)];
                return;
            }

            if (error != InvalidArgument)
                break;
        }

        words = FirstWords;
        Usable = [.. otherwise()];
    }

    /// <summary>The processors that the thread could run on when this was made, ascending.</summary>
    public ImmutableArray<int> Usable { get; }

    /// <summary>The calling thread runs on that processor alone from here on.</summary>
    /// <exception cref="AffinityException">The process may not use that processor, or the system refuses.</exception>
    public void Pin(int processor)
    {
        if (!Usable.Contains(processor))
            throw new AffinityException(FormattableString.Invariant(
                $"Core {processor} cannot be used by this process; {ProcessorList.Write(Usable)} can."));
        Write([processor]);
    }

    /// <summary>The calling thread may run on every usable processor again.</summary>
    /// <exception cref="AffinityException">The system refuses.</exception>
    public void Unpin() => Write(Usable);

    private void Write(ImmutableArray<int> processors)
    {
        ulong[] mask = new ulong[Math.Max(words, processors.Max() / BitsPerWord + 1)];
        foreach (int processor in processors)
            mask[processor / BitsPerWord] |= 1UL << (processor % BitsPerWord);
        int error = masks.Write(mask);
        if (error != 0)
            throw new AffinityException(FormattableString.Invariant(
                $"The system refused to run a thread on core {ProcessorList.Write(processors)} (error {error})."));
    }

    private static IEnumerable<int> ProcessorsOf(ulong[] mask) =>
        from processor in Enumerable.Range(0, BitsPerWord * mask.Length)
        where (mask[processor / BitsPerWord] >> (processor % BitsPerWord) & 1) != 0
        select processor;
}

/// <summary>The system's calls for the processors that the calling thread may run on: bit i of word j is processor 64 j + i.</summary>
internal interface IAffinityMasks
{
    /// <param name="mask">Receives the processors; the system refuses one that is shorter than its own.</param>
    /// <returns>0, or the number of an error.</returns>
    int Read(ulong[] mask);

    /// <param name="mask">Processors behind its end are not in it.</param>
    /// <returns>0, or the number of an error.</returns>
    int Write(ulong[] mask);
}

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

/// <summary>A thread cannot be tied to a processor; the message is one line for the user.</summary>
public sealed class AffinityException(string message) : Exception(message);
