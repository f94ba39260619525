using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Launches;

/// <summary>One operator with its kernel compiled and its operands bound.</summary>
internal interface IDeviceOperator
{
    /// <summary>What was chosen for it, without space, asterisk or parenthesis, e.g. <c>128x64x8</c>.</summary>
    string Choice { get; }

    /// <summary>Starts it; returns before it is done. Allocates nothing, so that it can be called while launches are recorded.</summary>
    void Launch(AcceleratorStream stream);
}

/// <summary>A kernel with its only argument, a struct that holds all operands.</summary>
/// <param name="launcher">As ILGPU loads it.</param>
internal sealed class KernelLaunch<TArguments>(
    Action<AcceleratorStream, KernelConfig, TArguments> launcher, KernelConfig size, TArguments arguments, string choice) : IDeviceOperator
    where TArguments : struct
{
    public string Choice => choice;

    public void Launch(AcceleratorStream stream) => launcher(stream, size, arguments);
}

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
