using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>
/// Parts of a network that are carried through tile by tile, so that what lies between them stays in a core's own cache.
/// A tile behind a window is computed as soon as the rows around it are there, of which the last ones are kept. Where two
/// threads' shares meet, both compute the rows that both need.
/// </summary>
/// <param name="segments">In order.</param>
/// <param name="innerBytes">Bytes that the parts hand to each other, written and read.</param>
internal sealed class TileByTileStage(ImmutableArray<TileSegment> segments, long innerBytes, int threads, int batch) : INetworkStage
{
    private readonly TileSegment[] segments = [.. segments];
    private readonly ITileStage[][] parts = [.. segments.Select(segment => segment.Parts.ToArray())];
    private readonly long work = segments.Sum(segment => segment.Parts.Sum(part => part.Work));
    private readonly int tiles = segments[^1].Layout.Tiles;

    /// <summary>By thread and segment, the next tile to be computed.</summary>
    private readonly int[][] next = [.. Enumerable.Range(0, threads).Select(_ => new int[segments.Length])];

    public long Bytes => segments.Sum(segment => segment.Parts.Sum(part => part.Bytes)) - innerBytes;

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful(work, queue.Threads);
        if (thread >= useful)
            return;
        (long first, long end) = WorkShare.Of((long)batch * tiles, thread, useful);
        for (long item = first; item < end; item++)
        {
            (int image, int tile) = ((int)(item / tiles), (int)(item % tiles));
            if (item == first || tile == 0)
                Start(thread, tile);
            Compute(thread, image, segments.Length - 1, tile);
        }
    }

    private void Start(int thread, int tile)
    {
        for (int segment = segments.Length - 1; segment > 0; segment--)
        {
            tile = segments[segment].Needs(tile, segments[segment - 1].Layout).First;
            next[thread][segment - 1] = tile;
        }
    }

    private void Compute(int thread, int image, int segment, int tile)
    {
        if (segment > 0)
        {
            int last = segments[segment].Needs(tile, segments[segment - 1].Layout).Last;
            for (; next[thread][segment - 1] <= last; next[thread][segment - 1]++)
                Compute(thread, image, segment - 1, next[thread][segment - 1]);
        }

        foreach (ITileStage part in parts[segment])
            part.RunTile(thread, image, tile);
    }
}
