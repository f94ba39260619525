using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Costs;

/// <summary>What one convolution costs for one image by the formulas of the paper's Section 2.</summary>
public static class ConvolutionCosts
{
    /// <summary>B = h w c1 c2 k^2 / g, the paper's FLOPs; h and w are the output's.</summary>
    public static long MultiplyAdds(Convolution convolution, MapShape input) =>
        convolution.Window.OutputShape(input).Pixels * convolution.WeightCount;

    /// <summary>
    /// Memory access cost in elements, h w (c1 + c2) + c1 c2 k^2 / g (Eq. 2; with g = 1 the text before Eq. 1). With a
    /// stride each map counts with its own h w.
    /// </summary>
    public static long MemoryAccess(Convolution convolution, MapShape input) =>
        (long)input.Pixels * convolution.InputChannels
        + (long)convolution.Window.OutputShape(input).Pixels * convolution.OutputChannels
        + convolution.WeightCount;

    /// <summary>
    /// The least memory access that a convolution of the same multiply-adds can have, in elements:
    /// 2 sqrt(h w B) + B / (h w) (Eq. 1), met when c1 = c2 and g = 1. For k x k the same steps
    /// (the mean of c1 and c2 against sqrt(c1 c2)) give 2 sqrt(h w B) / k + B / (h w). With a stride the first h w is
    /// the input's and the second the output's.
    /// </summary>
    public static double MemoryAccessBound(Convolution convolution, MapShape input) =>
        Bound(convolution, input, groups: 1);

    /// <summary>
    /// The same bound at the convolution's own number of groups, from Eq. 2: 2 sqrt(h w B g) / k + B / (h w),
    /// met when c1 = c2. Its growth with g is what G2 is about.
    /// </summary>
    public static double GroupedMemoryAccessBound(Convolution convolution, MapShape input) =>
        Bound(convolution, input, convolution.Groups);

    private static double Bound(Convolution convolution, MapShape input, int groups)
    {
        double b = MultiplyAdds(convolution, input);
        return 2 * Math.Sqrt(input.Pixels * b * groups) / convolution.KernelSize + b / convolution.Window.OutputShape(input).Pixels;
    }
}
