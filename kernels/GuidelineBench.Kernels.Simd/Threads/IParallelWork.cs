namespace GuidelineBench.Kernels.Simd.Threads;

/// <summary>A sequence of stages that several threads work on together; all finish a stage before any starts the next.</summary>
internal interface IParallelWork
{
    int Stages { get; }

    /// <summary>What one thread does of one stage.</summary>
    /// <param name="queue">Of all threads.</param>
    void Run(int stage, int thread, WorkQueue queue);
}
