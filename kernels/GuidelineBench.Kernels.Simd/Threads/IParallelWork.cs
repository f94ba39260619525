namespace GuidelineBench.Kernels.Simd.Threads;

/// <summary>A sequence of stages that several threads work on together; all finish a stage before any starts the next.</summary>
internal interface IParallelWork
{
    int Stages { get; }

    /// <summary>The share of one thread in one stage.</summary>
    void Run(int stage, int thread, int threads);
}
