using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Launches;

/// <summary>How threads of memory-bound kernels are grouped.</summary>
internal static class GroupSize
{
    /// <summary>Four warps: few enough that small maps still give every multiprocessor a group, enough to hide latency.</summary>
    private const int Usual = 128;

    /// <summary>A power of two.</summary>
    public static int Of(Accelerator accelerator)
    {
        int threads = Usual;
        while (threads > accelerator.MaxNumThreadsPerGroup)
            threads /= 2;
        return threads;
    }

    /// <returns>Groups of that size for so many threads.</returns>
    public static int Groups(long threads, int groupSize) => checked((int)((threads + groupSize - 1) / groupSize));
}
