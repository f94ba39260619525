using System.Globalization;
using GuidelineBench.Execution.Buffers;

namespace GuidelineBench.Kernels.Simd.Tests.Memory;

public sealed unsafe class GuardedAllocatorTests
{
    [Theory]
    [InlineData(GuardSide.Before, 1)]
    [InlineData(GuardSide.After, 1)]
    [InlineData(GuardSide.Before, 64)]
    [InlineData(GuardSide.After, 10_000)]
    [InlineData(GuardSide.After, 4096)]
    public void ABufferIsZeroAlignedAndNextToAPageWithoutAccess(GuardSide side, long bytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Guarded memory is for Linux.");
        var allocator = new GuardedAllocator(side);

        nint address = allocator.Allocate(bytes);

        long rounded = (bytes + 63) / 64 * 64;
        Assert.Equal(0, address % IBufferAllocator.Alignment);
        Assert.True(new ReadOnlySpan<byte>((void*)address, (int)rounded).IndexOfAnyExcept((byte)0) < 0);
        Assert.Equal("rw", Access(address));
        Assert.Equal("rw", Access(address + (nint)rounded - 1));
        Assert.Equal("--", side == GuardSide.Before ? Access(address - 1) : Access(address + (nint)rounded));

        allocator.Free(address);
        Assert.Equal(0, allocator.Live);
    }

    /// <summary>What the system's own list of this process's memory says about an address, e.g. <c>rw</c>.</summary>
    private static string Access(nint address)
    {
        foreach (string line in File.ReadLines("/proc/self/maps"))
        {
            string[] range = line.Split(' ')[0].Split('-');
            if (address >= Address(range[0]) && address < Address(range[1]))
                return line.Split(' ')[1][..2];
        }

        return "unmapped";

        static long Address(string hexadecimal) => (long)ulong.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
