using System.Reflection;
using System.Text.RegularExpressions;
using GuidelineBench.Kernels.Ilgpu.Channelwise;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Channelwise;

/// <summary>What ILGPU makes of the element-wise kernels and of those that sum up planes.</summary>
public class ChannelwisePtxTests
{
    /// <summary>Factors that are a map are one more read.</summary>
    [Theory]
    [InlineData(typeof(Unscaled), typeof(RectifiedFunction), 4)]
    [InlineData(typeof(FoldedNorm), typeof(Identity), 4)]
    [InlineData(typeof(Biased), typeof(Rectified6Function), 4)]
    [InlineData(typeof(MapFactors), typeof(SigmoidFunction), 5)]
    [InlineData(typeof(Unscaled), typeof(HardSigmoidFunction), 4)]
    public void Four_operands_are_four_reads_of_quads_and_one_write(Type scale, Type function, int reads)
    {
        string ptx = PtxText.Of(Kernel(typeof(SumKernel), nameof(SumKernel.Run)).MakeGenericMethod(scale, function));

        Assert.DoesNotMatch(@"\.local\b", ptx);
        Assert.Equal(reads, Regex.Count(ptx, @"ld\.global\.v4\.f32"));
        Assert.Single(Regex.Matches(ptx, @"st\.global\.v4\.f32"));
    }

    [Theory]
    [InlineData(typeof(MeanKernel), 1)]
    [InlineData(typeof(ResponseNormalizationKernel), 2)]
    public void Other_kernels_read_quads_too(Type kernel, int reads)
    {
        string ptx = PtxText.Of(Kernel(kernel, nameof(MeanKernel.Run)));

        Assert.DoesNotMatch(@"\.local\b", ptx);
        Assert.Equal(reads, Regex.Count(ptx, @"ld\.global\.v4\.f32"));
    }

    private static MethodInfo Kernel(Type type, string name) => type.GetMethod(name)!;
}
