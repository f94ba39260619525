using GuidelineBench.Execution.Devices;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Ceilings;

/// <summary>
/// The limits of a device, all of its multiprocessors together. Every call returns when the device is done; the caller's
/// clock holds one wait for it, which vanishes in milliseconds of work.
/// </summary>
internal sealed class DeviceCeilingWork : ICeilingWork
{
    private const int MostThreadsOfGroup = 256;

    /// <summary>More groups than a multiprocessor holds at once, so that none idles while another ends.</summary>
    private const int WavesOfGroups = 2;

    private const float Factor = 0.5f, Addend = 1f;

    private readonly Accelerator accelerator;
    private readonly AcceleratorStream stream;
    private readonly KernelConfig whole, one;
    private readonly Action<AcceleratorStream, KernelConfig, ArrayView<float>, int, float, float> multiplyAdds;
    private readonly Action<AcceleratorStream, KernelConfig, ArrayView<float>, ArrayView<float>> copy;
    private readonly Action<AcceleratorStream, KernelConfig, ArrayView<float>, ArrayView<float>, ArrayView<float>, float> triad;
    private readonly Action<AcceleratorStream, KernelConfig, ArrayView<float>> nothing;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> sums;
    private MemoryBuffer1D<float, Stride1D.Dense>? arrays;

    public DeviceCeilingWork(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        stream = accelerator.CreateStream();
        int threads = Math.Min(MostThreadsOfGroup, accelerator.MaxNumThreadsPerGroup);
        int resident = Math.Max(1, accelerator.MaxNumThreadsPerMultiprocessor / threads);
        whole = new KernelConfig(Math.Max(1, accelerator.NumMultiprocessors) * resident * WavesOfGroups, threads);
        one = new KernelConfig(1, threads);
        multiplyAdds = accelerator.LoadKernel<ArrayView<float>, int, float, float>(DeviceCeilingKernels.MultiplyAdds);
        copy = accelerator.LoadKernel<ArrayView<float>, ArrayView<float>>(DeviceCeilingKernels.Copy);
        triad = accelerator.LoadKernel<ArrayView<float>, ArrayView<float>, ArrayView<float>, float>(DeviceCeilingKernels.Triad);
        nothing = accelerator.LoadKernel<ArrayView<float>>(DeviceCeilingKernels.Nothing);
        sums = accelerator.Allocate1D<float>(Lanes);
    }

    /// <summary>Host threads that start work.</summary>
    public int Threads => 1;

    private long Lanes => whole.GridDim.Size * (long)whole.GroupDim.Size;

    /// <summary>Repetitions lengthen one launch, so that starting it does not count.</summary>
    public long MultiplyAdds(int repetitions)
    {
        const int turns = 32;
        // A driver may end a launch that holds up the display; the rest of many repetitions goes into more launches.
        const int longest = 1 << 16;
        for (int left = repetitions; left > 0; left -= longest)
            multiplyAdds(stream, whole, sums.View, turns * Math.Min(left, longest), Factor, Addend);
        stream.Synchronize();
        return Lanes * DeviceCeilingKernels.MultiplyAddsPerTurn * turns * repetitions;
    }

    public long Copy(long bytesPerThread, int repetitions)
    {
        (ArrayView<float> to, ArrayView<float> from, _) = Arrays(2, bytesPerThread, out KernelConfig size);
        for (int repetition = 0; repetition < repetitions; repetition++)
            copy(stream, size, to, from);
        stream.Synchronize();
        return 2 * sizeof(float) * to.Length * repetitions;
    }

    public long Triad(long bytesPerThread, int repetitions)
    {
        (ArrayView<float> to, ArrayView<float> b, ArrayView<float> c) = Arrays(3, bytesPerThread, out KernelConfig size);
        for (int repetition = 0; repetition < repetitions; repetition++)
            triad(stream, size, to, b, c, Factor);
        stream.Synchronize();
        return 3 * sizeof(float) * to.Length * repetitions;
    }

    public long EmptyLaunches(int repetitions)
    {
        for (int repetition = 0; repetition < repetitions; repetition++)
            nothing(stream, one, sums.View);
        stream.Synchronize();
        return repetitions;
    }

    public void Dispose()
    {
        stream.Synchronize();
        arrays?.Dispose();
        sums.Dispose();
        stream.Dispose();
    }

    /// <summary>Arrays of whole turns of all threads; a small working set is given fewer groups.</summary>
    private (ArrayView<float> A, ArrayView<float> B, ArrayView<float> C) Arrays(int count, long bytes, out KernelConfig size)
    {
        int group = whole.GroupDim.Size;
        long wanted = bytes / (count * sizeof(float));
        int groups = (int)Math.Clamp(wanted / (group * DeviceCeilingKernels.ElementsPerTurn), 1, whole.GridDim.Size);
        size = new KernelConfig(groups, group);
        long turn = (long)groups * group * DeviceCeilingKernels.ElementsPerTurn;
        long floats = Math.Max(1, wanted / turn) * turn;
        if (arrays is null || arrays.Length < count * floats)
        {
            arrays?.Dispose();
            arrays = null;
            arrays = accelerator.Allocate1D<float>(count * floats);
            // Memory that nobody has written may read faster than any other.
            arrays.MemSetToZero(stream);
        }

        ArrayView<float> all = arrays.View;
        return (all.SubView(0, floats), all.SubView(floats, floats), count == 3 ? all.SubView(2 * floats, floats) : default);
    }
}
