using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Stages;

/// <summary>A part of a network's forward pass that all threads finish before any starts the next.</summary>
internal interface INetworkStage
{
    /// <summary>Bytes of maps and parameters that one forward pass of the batch reads and writes.</summary>
    long Bytes { get; }

    /// <summary>What one thread does of it.</summary>
    void Run(int thread, WorkQueue queue);
}
