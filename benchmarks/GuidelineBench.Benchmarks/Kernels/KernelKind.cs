namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>The kernels that networks are made of, as a plan launches them.</summary>
public enum KernelKind
{
    Pointwise,
    GroupedPointwise,

    /// <summary>3x3, one group.</summary>
    Dense,

    /// <summary>3x3, several groups.</summary>
    Grouped,

    /// <summary>3x3, one channel in and one out per group.</summary>
    Depthwise,
    SumOfTwo,
    SumOfFour,
    ReLU,

    /// <summary>A pointwise convolution that adds a map and applies ReLU in its epilogue.</summary>
    PointwiseSumReLU,
}
