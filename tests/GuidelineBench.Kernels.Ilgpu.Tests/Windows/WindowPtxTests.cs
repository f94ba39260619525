using System.Text.RegularExpressions;
using GuidelineBench.Kernels.Ilgpu.Channelwise;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;
using GuidelineBench.Kernels.Ilgpu.Windows;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Windows;

/// <summary>What ILGPU makes of the kernels that move windows.</summary>
public class WindowPtxTests
{
    [Theory]
    [InlineData(typeof(ThreeByThree), typeof(Rectified6Function))]
    [InlineData(typeof(WeightedSum), typeof(RectifiedFunction))]
    [InlineData(typeof(WeightedSum), typeof(SigmoidFunction))]
    [InlineData(typeof(Maximum), typeof(Identity))]
    [InlineData(typeof(PaddedMean), typeof(RectifiedFunction))]
    [InlineData(typeof(Mean), typeof(Identity))]
    [InlineData(typeof(PaddedMean), typeof(Identity))]
    public void Nothing_lies_in_local_memory_and_maps_are_read_in_quads(Type operation, Type function)
    {
        string ptx = Ptx(operation, function);

        Assert.DoesNotMatch(@"\.local\b", ptx);
        Assert.DoesNotMatch(@"\bcall\b", ptx);
        // The copy to shared memory is the only place where maps are read.
        Assert.Single(Regex.Matches(ptx, @"ld\.global\.v4\.f32"));
        Assert.Single(Regex.Matches(ptx, @"st\.shared\.v4\.f32"));
    }

    /// <summary>Nine products of values in shared memory and weights that have been read before.</summary>
    [Fact]
    public void A_window_of_nine_is_unrolled()
    {
        string ptx = Ptx(typeof(ThreeByThree), typeof(Identity));

        Assert.Equal(9, Regex.Count(ptx, @"mul\.f32"));
        Assert.Equal(9, Regex.Count(ptx, @"ld\.shared\.f32"));
        // Nine weights and the bias.
        Assert.Equal(10, Regex.Count(ptx, @"ld\.global\.f32"));
    }

    private static string Ptx(Type operation, Type function) =>
        PtxText.Of(typeof(WindowKernel).GetMethod(nameof(WindowKernel.Run))!.MakeGenericMethod(operation, function));
}
