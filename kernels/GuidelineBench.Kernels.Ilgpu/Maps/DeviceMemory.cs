using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Maps;

/// <summary>The device buffers of one plan: maps, weights and tables, all released together.</summary>
/// <param name="accelerator">Where they are allocated; outlives this object.</param>
internal sealed class DeviceMemory(Accelerator accelerator) : IDisposable
{
    private readonly List<MemoryBuffer> buffers = [];

    /// <summary>Bytes allocated so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>A buffer with undefined content.</summary>
    /// <param name="count">Floats; 0 is allowed and gives one that is never read.</param>
    public ArrayView<float> Floats(long count) => Allocate<float>(count);

    public ArrayView<float> Upload(ReadOnlySpan<float> values) => Filled(values);

    public ArrayView<int> Upload(ReadOnlySpan<int> values) => Filled(values);

    public void Dispose()
    {
        foreach (MemoryBuffer buffer in buffers)
            buffer.Dispose();
        buffers.Clear();
        Bytes = 0;
    }

    private ArrayView<T> Filled<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ArrayView<T> view = Allocate<T>(values.Length);
        if (!values.IsEmpty)
            view.SubView(0, values.Length).CopyFromCPU(values.ToArray());
        return view;
    }

    // At least one element: an empty view has no address, which not every driver takes as an argument.
    private ArrayView<T> Allocate<T>(long count)
        where T : unmanaged
    {
        MemoryBuffer1D<T, Stride1D.Dense> buffer = accelerator.Allocate1D<T>(Math.Max(count, 1));
        buffers.Add(buffer);
        Bytes += buffer.LengthInBytes;
        return buffer.View.AsContiguous();
    }
}
