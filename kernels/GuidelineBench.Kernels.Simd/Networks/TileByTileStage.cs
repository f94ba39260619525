using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>Stages that are carried through tile by tile, so that what lies between them stays in a core's own cache.</summary>
/// <param name="stages">In order; behind the first, each needs no more of a map than the current tile.</param>
/// <param name="layout">Of all their outputs.</param>
/// <param name="innerBytes">Bytes that the stages hand to each other, written and read.</param>
internal sealed class TileByTileStage(ImmutableArray<ITileStage> stages, MapLayout layout, long innerBytes, int batch) : INetworkStage
{
    private readonly ITileStage[] stages = [.. stages];

    public long Bytes => stages.Sum(stage => stage.Bytes) - innerBytes;

    public void Run(int thread, int threads)
    {
        (long first, long end) = WorkShare.Of((long)batch * layout.Tiles, thread, threads);
        for (long item = first; item < end; item++)
        {
            (int image, int tile) = ((int)(item / layout.Tiles), (int)(item % layout.Tiles));
            foreach (ITileStage stage in stages)
                stage.RunTile(thread, image, tile);
        }
    }
}
