using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Ceilings;

/// <summary>The limits of the cores: every thread does the same work on memory of its own.</summary>
internal sealed unsafe class SimdCeilingWork(int threads, CoreSet cores) : ICeilingWork
{
    private readonly AlignedAllocator allocator = new();
    private readonly ForkJoinPool pool = new(threads, cores);
    private nint memory;
    private long memoryBytes;

    public int Threads { get; } = threads;

    public long MultiplyAdds(int repetitions)
    {
        const int turns = 1000;
        float* results = Memory(ThreadBytes(CeilingKernels.FmaResultFloats));
        long stride = ThreadBytes(CeilingKernels.FmaResultFloats) / sizeof(float);
        pool.Run(new Share((thread, _) => CeilingKernels.Fma(results + thread * stride, (nint)turns * repetitions)));
        return CeilingKernels.MultiplyAddsPerTurn * turns * repetitions * Threads;
    }

    public long Copy(long bytesPerThread, int repetitions) => Stream(CeilingKernels.Copy, arrays: 2, bytesPerThread, repetitions);

    public long Triad(long bytesPerThread, int repetitions) => Stream(CeilingKernels.Triad, arrays: 3, bytesPerThread, repetitions);

    public long EmptyLaunches(int repetitions)
    {
        pool.Run(new Share((_, _) => { }, repetitions));
        return repetitions;
    }

    public void Dispose()
    {
        pool.Dispose();
        Release();
    }

    private long Stream(CeilingKernels.StreamKernel kernel, int arrays, long bytesPerThread, int repetitions)
    {
        long turns = Math.Max(1, bytesPerThread / (arrays * sizeof(float) * CeilingKernels.StreamFloats));
        long floats = turns * CeilingKernels.StreamFloats;
        // A cache line and a bit between the arrays, so that equal indices do not fall into one set of the cache.
        long gap = CeilingKernels.StreamFloats;
        long stride = ThreadBytes(arrays * (floats + gap)) / sizeof(float);
        float* first = Memory(ThreadBytes(arrays * (floats + gap)));
        pool.Run(new Share((thread, _) =>
        {
            float* a = first + thread * stride;
            float* b = a + floats + gap, c = arrays == 3 ? b + floats + gap : b;
            for (int repetition = 0; repetition < repetitions; repetition++)
                kernel(a, b, c, (nint)turns);
        }));
        return arrays * sizeof(float) * floats * repetitions * Threads;
    }

    /// <summary>A thread's memory in whole pages, so that threads share no line.</summary>
    private static long ThreadBytes(long floats) => (floats * sizeof(float) + 4095) / 4096 * 4096;

    private float* Memory(long bytesPerThread)
    {
        long needed = bytesPerThread * Threads;
        if (needed > memoryBytes)
        {
            Release();
            memory = allocator.Allocate(needed);
            memoryBytes = needed;
        }

        return (float*)memory;
    }

    private void Release()
    {
        if (memory != 0)
            allocator.Free(memory);
        memory = 0;
        memoryBytes = 0;
    }

    private sealed class Share(Action<int, int> run, int stages = 1) : IParallelWork
    {
        public int Stages => stages;

        public void Run(int stage, int thread, WorkQueue queue) => run(thread, stage);
    }
}
