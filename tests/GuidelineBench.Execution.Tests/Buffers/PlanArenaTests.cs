using GuidelineBench.Execution.Buffers;

namespace GuidelineBench.Execution.Tests.Buffers;

public sealed unsafe class PlanArenaTests
{
    private static readonly long[] Sizes = [400_000, 64, 1, 400_000, 3_000_000, 100_000, 5_000_000];

    [Fact]
    public void Buffers_are_aligned_zero_and_apart()
    {
        var arena = new PlanArena();
        (nint Address, long Bytes)[] buffers = [.. Sizes.Select(bytes => (arena.Allocate(bytes), bytes))];
        foreach ((nint address, long bytes) in buffers)
        {
            Assert.Equal(0, address % IBufferAllocator.Alignment);
            Assert.False(new ReadOnlySpan<byte>((void*)address, (int)bytes).ContainsAnyExcept((byte)0));
            new Span<byte>((void*)address, (int)bytes).Fill(1);
        }

        foreach (((nint address, long bytes), (nint next, _)) in buffers.OrderBy(buffer => buffer.Address).Zip(buffers.OrderBy(buffer => buffer.Address).Skip(1)))
            Assert.True(address + (nint)bytes <= next);
        foreach ((nint address, _) in buffers)
            arena.Free(address);
    }

    /// <summary>The claim of the arena: compiled again, a plan lies in its large pages as it did.</summary>
    [Fact]
    public void The_same_buffers_lie_at_the_same_distances_in_every_arena()
    {
        Assert.Equal(Distances(), Distances());

        static long[] Distances()
        {
            var arena = new PlanArena();
            nint[] addresses = [.. Sizes.Select(arena.Allocate)];
            long[] distances = [.. addresses.Select(address => address % (2L << 20))];
            foreach (nint address in addresses)
                arena.Free(address);
            return distances;
        }
    }

    [Fact]
    public void Equal_maps_do_not_begin_at_the_same_place_of_a_page()
    {
        var arena = new PlanArena();
        nint[] addresses = [.. Enumerable.Range(0, 6).Select(_ => arena.Allocate(1_605_632))];

        Assert.Equal(6, addresses.Select(address => address % 4096).Distinct().Count());
        foreach (nint address in addresses)
            arena.Free(address);
    }
}
