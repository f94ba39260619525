using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>Parts of a network that are carried through tile by tile, so that what lies between them stays in a core's own cache.</summary>
/// <param name="parts">In order; behind the first, each needs no more of a map than the current tile.</param>
/// <param name="layout">Of all their outputs.</param>
/// <param name="innerBytes">Bytes that the parts hand to each other, written and read.</param>
internal sealed class TileByTileStage(ImmutableArray<ITileStage> parts, MapLayout layout, long innerBytes, int batch) : INetworkStage
{
    private readonly ITileStage[] ordered = [.. parts];
    private readonly long work = parts.Sum(part => part.Work);

    public long Bytes => parts.Sum(part => part.Bytes) - innerBytes;

    public void Run(int thread, int threads)
    {
        int useful = WorkShare.Useful(work, threads);
        if (thread >= useful)
            return;
        (long first, long end) = WorkShare.Of((long)batch * layout.Tiles, thread, useful);
        for (long item = first; item < end; item++)
        {
            (int image, int tile) = ((int)(item / layout.Tiles), (int)(item % layout.Tiles));
            foreach (ITileStage part in ordered)
                part.RunTile(thread, image, tile);
        }
    }
}
