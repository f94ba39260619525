using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>A part of a network's forward pass that all threads finish before any starts the next.</summary>
internal interface INetworkStage
{
    /// <summary>Bytes of maps and parameters that one forward pass of the batch reads and writes.</summary>
    long Bytes { get; }

    /// <summary>The share of one thread.</summary>
    /// <param name="threads">See <see cref="WorkShare"/>.</param>
    void Run(int thread, int threads);
}
