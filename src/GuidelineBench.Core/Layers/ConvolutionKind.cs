namespace GuidelineBench.Core.Layers;

/// <summary>The kinds of convolution that kernels are written for.</summary>
public enum ConvolutionKind
{
    /// <summary>1x1, one group.</summary>
    Pointwise,

    /// <summary>1x1, several groups.</summary>
    GroupedPointwise,

    /// <summary>k x k, one group.</summary>
    Dense,

    /// <summary>k x k, several groups of more than one channel each.</summary>
    Grouped,

    /// <summary>k x k, one channel in and one out per group.</summary>
    Depthwise,
}
