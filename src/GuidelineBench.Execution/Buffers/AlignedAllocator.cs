using System.Runtime.InteropServices;

namespace GuidelineBench.Execution.Buffers;

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
