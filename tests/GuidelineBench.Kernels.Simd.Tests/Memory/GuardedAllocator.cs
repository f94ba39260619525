using System.Runtime.InteropServices;
using GuidelineBench.Execution.Buffers;

namespace GuidelineBench.Kernels.Simd.Tests.Memory;

/// <summary>
/// Memory between two pages that can be neither read nor written: a load or a store out of range ends the process
/// instead of going unnoticed. Linux only.
/// </summary>
public sealed partial class GuardedAllocator(GuardSide side) : IBufferAllocator
{
    private const int NoAccess = 0, ReadAndWrite = 1 | 2;
    private const int Private = 2, Anonymous = 0x20;

    private readonly Dictionary<nint, (nint Start, nint Bytes)> mappings = [];

    /// <summary>Buffers that have not been freed.</summary>
    public int Live => mappings.Count;

    public nint Allocate(long bytes)
    {
        nint page = Environment.SystemPageSize;
        nint length = RoundUp((nint)bytes, IBufferAllocator.Alignment);
        nint writable = RoundUp(length, page);
        nint total = page + writable + page;
        nint start = Map(0, total, NoAccess, Private | Anonymous, -1, 0);
        if (start == -1 || Protect(start + page, writable, ReadAndWrite) != 0)
            throw new OutOfMemoryException(FormattableString.Invariant($"{total} bytes cannot be mapped, error {Marshal.GetLastPInvokeError()}."));
        nint address = start + page + (side == GuardSide.Before ? 0 : writable - length);
        mappings.Add(address, (start, total));
        return address;
    }

    public void Free(nint address)
    {
        if (!mappings.Remove(address, out (nint Start, nint Bytes) mapping))
            throw new ArgumentException(FormattableString.Invariant($"No buffer starts at {address:x}."), nameof(address));
        Assert.Equal(0, Unmap(mapping.Start, mapping.Bytes));
    }

    private static nint RoundUp(nint bytes, nint multiple) => (bytes + multiple - 1) / multiple * multiple;

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(nint address, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(nint address, nint length);
}
