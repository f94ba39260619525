using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>Which runs of steps are carried through tile by tile.</summary>
internal static class TileRuns
{
    /// <summary>A map from this size on is worth keeping in part when a window follows: whole, it would leave the second-level cache.</summary>
    private const long LargeMapBytes = 512 * 1024;

    /// <returns>The steps in order, grouped; a group of one is a step on its own.</returns>
    public static ImmutableArray<ImmutableArray<PlanStep>> Of(Graph graph, ImmutableArray<PlanStep> steps, PlanOptions options) =>
    [
        .. DepthFirstPass.Runs(graph, steps, throughWindows: true)
            .SelectMany(run => Cut(graph, run))
            .SelectMany(run => IsWorthwhile(graph, run, options) ? [run] : run.Select(step => ImmutableArray.Create(step))),
    ];

    /// <returns>The window that a step of the run moves over what the step before it computes; null where it needs only its pixel.</returns>
    public static Window? WindowOver(Graph graph, ImmutableArray<PlanStep> run, int index) =>
        DepthFirstPass.IsWindowOver(graph, run[index], run[index - 1])
            ? graph.Nodes[run[index].Nodes[0]].Layer switch
            {
                Convolution convolution => convolution.Window,
                MaxPooling pooling => pooling.Window,
                AveragePooling pooling => pooling.Window,
                _ => null,
            }
            : null;

    /// <summary>Cuts a run before each window over a map that stays in cache anyway, or that no window's kernel computes.</summary>
    private static IEnumerable<ImmutableArray<PlanStep>> Cut(Graph graph, ImmutableArray<PlanStep> run)
    {
        int first = 0;
        for (int index = 1; index < run.Length; index++)
        {
            if (WindowOver(graph, run, index) is null || KeepsInPart(graph, run, index))
                continue;
            yield return run[first..index];
            first = index;
        }

        yield return run[first..];
    }

    private static bool KeepsInPart(Graph graph, ImmutableArray<PlanStep> run, int index) =>
        sizeof(float) * graph.Nodes[run[index - 1].Output].Output.Elements >= LargeMapBytes
        && (graph.Nodes[run[index].Nodes[0]].Layer is not Convolution convolution || NetworkChoices.IsWindow(convolution));

    /// <summary>
    /// A map of one tile is in cache anyway, and one whose tiles do not go round among the threads is better shared by
    /// channel, which needs each layer to be finished before the next.
    /// </summary>
    private static bool IsWorthwhile(Graph graph, ImmutableArray<PlanStep> run, PlanOptions options)
    {
        MapLayout layout = NetworkLayouts.Of(graph.Nodes[run[^1].Output].Output);
        return run.Length > 1
            && layout.Tiles > 1
            && WorkShare.Parts((long)options.Batch * layout.Tiles, options.Threads) == 1
            && graph.Nodes[run[0].Nodes[0]].Layer is not LocalResponseNormalization;
    }
}

/// <summary>Parts of a run whose maps have the same tiles.</summary>
/// <param name="Parts">In order; the first one may read a few rows around what the segment before hands over.</param>
/// <param name="Layout">Of all their outputs.</param>
/// <param name="Window">The window of the first part, where a segment goes before.</param>
internal sealed record TileSegment(ImmutableArray<ITileStage> Parts, MapLayout Layout, Window? Window)
{
    /// <summary>First and last tile of the segment before that a tile needs.</summary>
    public (int First, int Last) Needs(int tile, MapLayout before) => Needed(Window!, tile, Layout, before);

    /// <summary>Tiles of a map that a window needs for one tile of its output, at most.</summary>
    public static int MostNeeded(Window window, MapLayout layout, MapLayout before) => Enumerable.Range(0, layout.Tiles)
        .Select(tile => Needed(window, tile, layout, before))
        .Max(needed => needed.Last - needed.First + 1);

    private static (int First, int Last) Needed(Window window, int tile, MapLayout layout, MapLayout before)
    {
        int first = tile * layout.TileRows * window.Stride - window.Padding.Top;
        int last = first + (layout.TileRows - 1) * window.Stride + window.KernelSize - 1;
        return (TileOf(first), TileOf(last));

        int TileOf(int row) => Math.Clamp(row, 0, before.Height - 1) / before.TileRows;
    }
}
