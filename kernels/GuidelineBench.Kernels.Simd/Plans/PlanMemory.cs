using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>The native memory of a plan: maps in shared buffers, packed parameters, small tables.</summary>
internal sealed unsafe class PlanMemory : IDisposable
{
    private readonly IBufferAllocator allocator;
    private readonly List<nint> allocated = [];
    private readonly BufferPlan buffers;
    private readonly nint[] maps;

    public PlanMemory(Graph graph, PlanOptions options, IReadOnlyList<PlanStep> steps, MapLayout layout, IBufferAllocator allocator)
    {
        Layout = layout;
        this.allocator = allocator;
        buffers = BufferPlan.Create(
            [.. steps], graph.Input.Index, graph.Output.Index,
            node => sizeof(float) * layout.BufferFloats(graph.Nodes[node].Output.Channels, options.Batch),
            step => Overwritable(graph, step),
            sameSizeOnly: layout.BorderTiles > 0);
        try
        {
            maps = [.. buffers.BufferBytes.Select(Allocate)];
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public MapLayout Layout { get; }

    /// <summary>First float of the buffer that holds a node's output.</summary>
    public float* Map(int node) => (float*)maps[buffers[node]];

    /// <summary>A map's pieces that lie together, in the order batch, channel, pixel: address and number of floats.</summary>
    public IEnumerable<(nint Address, int Length)> Rows(int node, MapShape shape, int batch)
    {
        nint map = maps[buffers[node]];
        for (int image = 0; image < batch; image++)
        {
            for (int channel = 0; channel < shape.Channels; channel++)
            {
                for (int pixel = 0; pixel < shape.Pixels; pixel += Layout.TilePixels)
                    yield return (
                        map + (nint)(sizeof(float) * Layout.Offset(shape.Channels, image, channel, pixel)),
                        Math.Min(Layout.TilePixels, shape.Pixels - pixel));
            }
        }
    }

    /// <summary>More memory that is freed with the plan.</summary>
    public nint Bytes(long count) => Allocate(Math.Max(1, count));

    public void Dispose()
    {
        foreach (nint address in allocated)
            allocator.Free(address);
        allocated.Clear();
    }

    /// <summary>
    /// What a kernel adds, element by element, it reads just before it writes the same place. What it convolves it reads
    /// again for the next output channels; and of operators that are carried through together, tiles are ahead of each other.
    /// </summary>
    private static IEnumerable<int> Overwritable(Graph graph, PlanStep step)
    {
        int convolutions = step.Nodes.Count(node => graph.Nodes[node].Layer is Convolution);
        return convolutions switch
        {
            0 when step.Nodes.Length == 1 => step.Inputs,
            1 when graph.Nodes[step.Nodes[0]].Layer is Convolution => step.Inputs.Skip(1).Where(node => node != step.Inputs[0]),
            _ => [],
        };
    }

    private nint Allocate(long bytes)
    {
        nint address = allocator.Allocate(bytes);
        allocated.Add(address);
        return address;
    }
}

/// <summary>Memory of each thread for itself: tiles of the maps between operators, and the addresses of one launch.</summary>
/// <param name="start">Start of the first thread's part.</param>
/// <param name="mapBytes">Bytes of maps in each part.</param>
internal sealed unsafe class ThreadScratch(nint start, long mapBytes)
{
    /// <summary>Most operands of one operator.</summary>
    public const int MostInputs = 32;

    /// <summary>Lines between the parts, so that no line is shared and neighbours are not prefetched.</summary>
    private const int Gap = 4096;

    public static long BytesFor(int threads, long mapBytes) => threads * PartBytes(mapBytes);

    /// <summary>Address of a thread's maps.</summary>
    public nint Maps(int thread) => start + (nint)(thread * PartBytes(mapBytes));

    /// <summary>Room for the addresses of the inputs, then for as many distances.</summary>
    public nint* Addresses(int thread) => (nint*)(Maps(thread) + (nint)Lines(mapBytes));

    private static long PartBytes(long mapBytes) => Lines(mapBytes) + 2 * MostInputs * sizeof(nint) + Gap;

    private static long Lines(long bytes) => (bytes + 63) / 64 * 64;
}
