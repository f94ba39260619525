using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>Which runs of steps are carried through tile by tile.</summary>
internal static class TileRuns
{
    /// <summary>
    /// A map of one tile is in cache anyway, and one whose tiles do not go round among the threads is better shared by
    /// channel, which needs each layer to be finished before the next.
    /// </summary>
    public static bool IsWorthwhile(Graph graph, ImmutableArray<PlanStep> run, PlanOptions options)
    {
        MapLayout layout = NetworkLayouts.Of(graph.Nodes[run[^1].Output].Output);
        return run.Length > 1
            && layout.Tiles > 1
            && WorkShare.Parts((long)options.Batch * layout.Tiles, options.Threads) == 1
            && graph.Nodes[run[0].Nodes[0]].Layer is not LocalResponseNormalization;
    }
}
