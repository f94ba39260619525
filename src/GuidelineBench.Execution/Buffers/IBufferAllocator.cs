using System.Runtime.InteropServices;

namespace GuidelineBench.Execution.Buffers;

/// <summary>Where a plan's native memory comes from.</summary>
public interface IBufferAllocator
{
    /// <summary>Every buffer starts at a multiple of this and is a multiple of it long.</summary>
    const int Alignment = 64;

    /// <returns>Address of at least <paramref name="bytes"/> bytes, all zero.</returns>
    /// <exception cref="OutOfMemoryException">There is not that much memory.</exception>
    nint Allocate(long bytes);

    void Free(nint address);
}

/// <summary>Memory aligned to cache lines, large buffers to large pages.</summary>
public sealed unsafe class AlignedAllocator : IBufferAllocator
{
    public nint Allocate(long bytes)
    {
        bool large = LargePages.AreWorthwhile(bytes);
        nuint alignment = large ? (nuint)LargePages.Bytes : IBufferAllocator.Alignment;
        nuint rounded = ((nuint)bytes + alignment - 1) / alignment * alignment;
        void* address = NativeMemory.AlignedAlloc(rounded, alignment);
        if (large)
            LargePages.Request((nint)address, (long)rounded);
        NativeMemory.Clear(address, rounded);
        return (nint)address;
    }

    public void Free(nint address) => NativeMemory.AlignedFree((void*)address);
}

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
