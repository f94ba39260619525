using System.Runtime.InteropServices;

namespace GuidelineBench.Execution.Buffers;

/// <summary>Plain aligned memory.</summary>
public sealed unsafe class AlignedAllocator : IBufferAllocator
{
    public nint Allocate(long bytes)
    {
        nuint rounded = (nuint)((bytes + IBufferAllocator.Alignment - 1) / IBufferAllocator.Alignment * IBufferAllocator.Alignment);
        void* address = NativeMemory.AlignedAlloc(rounded, IBufferAllocator.Alignment);
        NativeMemory.Clear(address, rounded);
        return (nint)address;
    }

    public void Free(nint address) => NativeMemory.AlignedFree((void*)address);
}
