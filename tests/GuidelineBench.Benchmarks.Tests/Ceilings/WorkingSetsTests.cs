using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;

namespace GuidelineBench.Benchmarks.Tests.Ceilings;

public sealed class WorkingSetsTests
{
    private const long Kibi = 1 << 10, Mebi = 1 << 20, Gibi = 1 << 30;

    [Fact]
    public void EachLevelIsHalfFilledAndMemoryIsFarBeyondTheLastCache()
    {
        ImmutableArray<WorkingSet> sets = WorkingSets.For(Caches(("L1d", 32 * Kibi), ("L2", Mebi), ("L3", 96 * Mebi)), threads: 1, 16 * Gibi);

        Assert.Equal(["L1", "L2", "L3", "memory"], sets.Select(set => set.Level));
        Near(16 * Kibi, sets[0]);
        Near(512 * Kibi, sets[1]);
        Near(48 * Mebi, sets[2]);
        Near(384 * Mebi, sets[3]);
        // Two arrays and three arrays of whole vectors of 64 floats.
        Assert.All(sets, set => Assert.Equal(0, set.BytesPerThread % (2 * 3 * 64)));
    }

    [Fact]
    public void ADeviceShowsItsLastCacheAndItsMemory()
    {
        ImmutableArray<WorkingSet> sets = WorkingSets.ForDevice(50 * Mebi, 139 * Gibi);
        Assert.Equal(["L2", "memory"], sets.Select(set => set.Level));
        Near(25 * Mebi, sets[0]);
        Near(256 * Mebi, sets[1]);

        Near(384 * Mebi, WorkingSets.ForDevice(96 * Mebi, 24 * Gibi)[1]);
        // A cache that nobody knows cannot be aimed at; memory that is nearly full cannot be used.
        Assert.Equal(["memory"], WorkingSets.ForDevice(null, Gibi).Select(set => set.Level));
        Assert.Equal(["L2"], WorkingSets.ForDevice(50 * Mebi, 100 * Mebi).Select(set => set.Level));
    }

    [Fact]
    public void ThreadsShareTheLastCacheAndMemory()
    {
        ImmutableArray<WorkingSet> sets = WorkingSets.For(Caches(("L1d", 32 * Kibi), ("L2", Mebi), ("L3", 32 * Mebi)), threads: 4, 16 * Gibi);

        Near(512 * Kibi, sets[1]);
        Near(4 * Mebi, sets[2]);
        Near(64 * Mebi, sets[3]);
    }

    [Fact]
    public void ASharedL2IsTheLastCacheOfABoard()
    {
        ImmutableArray<WorkingSet> sets = WorkingSets.For(Caches(("L1d", 32 * Kibi), ("L2", Mebi)), threads: 4, Gibi);

        Assert.Equal(["L1", "L2", "memory"], sets.Select(set => set.Level));
        Near(128 * Kibi, sets[1]);
    }

    [Fact]
    public void ALevelThatIsNoLargerThanTheOneBeforeForAThreadIsLeftOut() =>
        Assert.Equal(
            ["L1", "L2", "memory"],
            WorkingSets.For(Caches(("L1d", 32 * Kibi), ("L2", 2 * Mebi), ("L3", 16 * Mebi)), threads: 8, 16 * Gibi).Select(set => set.Level));

    [Fact]
    public void UnknownCachesLeaveTheTwoEnds() =>
        Assert.Equal(["L1", "memory"], WorkingSets.For(Caches(), threads: 1, 16 * Gibi).Select(set => set.Level));

    [Fact]
    public void MemoryIsNotMeasuredWhereItDoesNotFit() =>
        Assert.Equal(
            ["L1", "L2", "L3"],
            WorkingSets.For(Caches(("L1d", 32 * Kibi), ("L2", Mebi), ("L3", 256 * Mebi)), threads: 1, availableBytes: Gibi).Select(set => set.Level));

    private static void Near(long bytes, WorkingSet set) => Assert.InRange(set.BytesPerThread, bytes - 768, bytes);

    private static ImmutableDictionary<string, long> Caches(params (string Level, long Bytes)[] levels) =>
        levels.ToImmutableDictionary(level => level.Level, level => level.Bytes);
}
