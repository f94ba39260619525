namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>A step with its kernel chosen and its addresses fixed.</summary>
internal interface ISimdStep
{
    /// <summary>Bytes read and written by the whole step.</summary>
    long Bytes { get; }

    /// <summary>The kernel and its tile, for the plan's text.</summary>
    string Choice { get; }

    /// <summary>One thread's share.</summary>
    void Run(int thread, int threads);
}
