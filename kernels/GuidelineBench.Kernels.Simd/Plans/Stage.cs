using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>
/// One launch: operators that are carried through a few tiles at a time. Layer by layer there is one operator to a
/// stage and it takes all of a thread's tiles at once.
/// </summary>
/// <param name="operators">In order of execution.</param>
/// <param name="tilesAtOnce">Tiles that one operator takes before the next one runs.</param>
/// <param name="scratch">Memory of each thread for the maps between the operators, then for addresses.</param>
internal sealed unsafe class Stage(
    ImmutableArray<OperatorInstance> operators, MapLayout layout, int batch, int tilesAtOnce, ThreadScratch scratch)
{
    private readonly OperatorInstance[] instances = [.. operators];
    private readonly long tiles = (long)batch * layout.Tiles;
    private readonly long work = (long)batch * layout.Tiles * operators.Sum(instance => instance.Operator.WorkPerTile);

    /// <summary>Only a stage of one operator is cut by channel: behind another one a channel needs all channels before it.</summary>
    private readonly long parts = operators.Length == 1 ? operators[0].Operator.Parts : 1;

    /// <summary>Bytes read and written outside the caches' reach: whole maps and parameters.</summary>
    public long Bytes => instances.Sum(instance => instance.Operator.Bytes(batch)) - sizeof(float) * InnerElements;

    /// <summary>What was chosen for each operator.</summary>
    public IEnumerable<string> Choices => instances.Select(instance => instance.Operator.Choice);

    /// <summary>Written by one operator and read by others of the stage: counted as traffic by both, though it stays in cache.</summary>
    private long InnerElements
    {
        get
        {
            long pixels = (long)batch * layout.Height * layout.Width;
            long written = instances.Where(instance => instance.Output.IsScratch).Sum(instance => (long)instance.Output.Channels);
            long read = instances.SelectMany(instance => instance.Inputs).Where(input => input.IsScratch).Sum(input => (long)input.Channels);
            return pixels * (written + read);
        }
    }

    /// <summary>What one thread does of it.</summary>
    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful(work, queue.Threads);
        foreach ((long first, long end) in queue.Take(parts * tiles, thread, useful))
            RunItems(thread, first, end);
    }

    private void RunItems(int thread, long first, long end)
    {
        while (first < end)
        {
            int part = (int)(first / tiles);
            long partEnd = Math.Min(end, (part + 1) * tiles);
            RunPart(thread, part, first - part * tiles, partEnd - part * tiles);
            first = partEnd;
        }
    }

    private void RunPart(int thread, int part, long first, long end)
    {
        nint maps = scratch.Maps(thread);
        float** inputs = (float**)scratch.Addresses(thread);
        nint* distances = scratch.Addresses(thread) + ThreadScratch.MostInputs;
        while (first < end)
        {
            (int image, int tile) = ((int)(first / layout.Tiles), (int)(first % layout.Tiles));
            int count = (int)Math.Min(Math.Min(end - first, layout.Tiles - tile), tilesAtOnce);
            foreach (OperatorInstance instance in instances)
            {
                for (int i = 0; i < instance.Inputs.Length; i++)
                    inputs[i] = (float*)instance.Inputs[i].Of(layout, image, tile, maps);
                instance.Operator.Run(part, inputs, distances, (float*)instance.Output.Of(layout, image, tile, maps), count);
            }

            first += count;
        }
    }
}
