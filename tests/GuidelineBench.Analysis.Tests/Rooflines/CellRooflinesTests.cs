using System.Collections.Immutable;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Rooflines;

public sealed class CellRooflinesTests
{
    /// <summary>100 GFLOP/s, 200 GB/s from a cache of 1000 bytes, 10 GB/s from memory, 5 ns to start an operator.</summary>
    private static readonly ResultFile File = Cells.File() with
    {
        Machine = Cells.File().Machine with { CacheBytes = ImmutableSortedDictionary<string, long>.Empty.Add("L1d", 100).Add("L2", 1000) },
        Ceilings = [new Ceiling("simd", 1, 100, ImmutableSortedDictionary<string, double>.Empty.Add("L2", 200).Add("memory", 10), 5)],
    };

    [Fact]
    public void A_cell_of_much_arithmetic_is_compute_bound()
    {
        // 2 x 10000 operations at 100 per ns: 200 ns; 4000 bytes over 10 operators fit the L2: 20 ns; 10 starts: 50 ns.
        CellRoofline roofline = Assert.IsType<CellRoofline>(CellRooflines.Of(File, Cell(10000, bytes: 4000, launches: 10, ns: 500)));

        Assert.Equal((5, "L2"), (roofline.Intensity, roofline.Level));
        Assert.Equal((200, 20, 50, 250), (roofline.ComputeNs, roofline.MemoryNs, roofline.LaunchNs, roofline.AttainableNs));
        Assert.Equal((80, 40, 50), (roofline.AttainableGflops, roofline.MeasuredGflops, roofline.PercentOfAttainable));
        Assert.Equal(Bound.Compute, roofline.Bound);
    }

    [Fact]
    public void A_cell_that_leaves_the_caches_is_memory_bound()
    {
        // 40000 bytes of one operator at 10 per ns: 4000 ns against 200 ns of arithmetic.
        CellRoofline roofline = CellRooflines.Of(File, Cell(10000, bytes: 40000, launches: 1, ns: 5000))!;

        Assert.Equal(("memory", 4000, Bound.Memory), (roofline.Level, roofline.MemoryNs, roofline.Bound));
        Assert.Equal(80.1, roofline.PercentOfAttainable, 6);
    }

    [Fact]
    public void A_cell_of_many_small_operators_is_launch_bound() =>
        Assert.Equal(Bound.Launch, CellRooflines.Of(File, Cell(100, bytes: 400, launches: 20, ns: 150))!.Bound);

    [Fact]
    public void Far_from_every_limit_nothing_is_said() =>
        Assert.Equal(Bound.Unknown, CellRooflines.Of(File, Cell(10000, bytes: 4000, launches: 10, ns: 501))!.Bound);

    [Fact]
    public void The_batch_counts_as_work() =>
        Assert.Equal(400, CellRooflines.Of(File, Cell(10000, bytes: 4000, launches: 10, ns: 500) with { Batch = 2 })!.ComputeNs);

    [Fact]
    public void A_device_has_caches_of_its_own() =>
        Assert.Equal("memory", CellRooflines.Of(File, Cell(10000, bytes: 4000, launches: 10, ns: 500) with { Device = "card" })!.Level);

    [Fact]
    public void Without_a_ceiling_bytes_launches_or_time_there_is_none()
    {
        CellResult cell = Cell(10000, bytes: 4000, launches: 10, ns: 500);

        Assert.All(
            [cell with { Threads = 2 }, cell with { Backend = "other", Device = "a GPU" }, cell with { Bytes = null }, cell with { Launches = null }, cell with { MedianNs = null }],
            other => Assert.Null(CellRooflines.Of(File, other)));
        Assert.Empty(CellRooflines.Of(File));
    }

    private static CellResult Cell(long multiplyAdds, long bytes, int launches, double ns) =>
        Cells.Cell("1:1", multiplyAdds, [ns]) with { Bytes = bytes, Launches = launches };
}
