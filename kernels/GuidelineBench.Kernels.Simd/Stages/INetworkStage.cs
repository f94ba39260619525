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

/// <summary>A part of a network that can be computed tile by tile, behind and before others.</summary>
internal interface ITileStage
{
    /// <summary>Bytes of maps and parameters that one forward pass of the batch reads and writes.</summary>
    long Bytes { get; }

    /// <summary>Multiply-adds or additions of one forward pass, for deciding how many threads are worth waking.</summary>
    long Work { get; }

    /// <summary>Computes one tile of one image, all channels.</summary>
    void RunTile(int thread, int image, int tile);
}
