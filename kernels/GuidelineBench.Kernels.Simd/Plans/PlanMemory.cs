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
            sameSizeOnly: layout.BorderTiles > 0);
        maps = [.. buffers.BufferBytes.Select(Allocate)];
    }

    public MapLayout Layout { get; }

    /// <summary>First float of the buffer that holds a node's output.</summary>
    public float* Map(int node) => (float*)maps[buffers[node]];

    public float* Floats(long count) => (float*)Allocate(sizeof(float) * count);

    public nint* Addresses(int count) => (nint*)Allocate(sizeof(nint) * Math.Max(1, count));

    public void Dispose()
    {
        foreach (nint address in allocated)
            allocator.Free(address);
        allocated.Clear();
    }

    private nint Allocate(long bytes)
    {
        nint address = allocator.Allocate(bytes);
        allocated.Add(address);
        return address;
    }
}
