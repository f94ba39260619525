namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>What is done with the values under a window, channel by channel.</summary>
internal enum WindowOperation
{
    /// <summary>A weighted sum and a bias: a depthwise convolution.</summary>
    Depthwise,

    /// <summary>The largest value.</summary>
    Maximum,

    /// <summary>The sum times a factor of each output pixel: a mean, whether padding counts or not.</summary>
    Mean,
}
