using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>A way to compute all convolutions of a network.</summary>
/// <param name="Vectors">Most vectors of pixels of a panel.</param>
/// <param name="MostChannels">Most output channels of a block, if less than the registers hold.</param>
/// <param name="InSlices">Whether many inputs are cut.</param>
/// <param name="OtherOrder">Whether the loops go the other way than usual.</param>
internal readonly record struct ProductWay(int Vectors, int MostChannels = int.MaxValue, bool InSlices = false, bool OtherOrder = false)
{
    /// <summary>
    /// Inputs of a slice: with 16 pixels each, unaligned, up to 24 KiB. Measured on ResNet-50, 96 and 128 are equal, and 64, 192 and 256 slower.
    /// </summary>
    private const int SliceInputs = 128;

    /// <summary>Inputs that are not worth cutting.</summary>
    private const int FewInputs = 160;

    /// <param name="output">The convolution's.</param>
    /// <param name="mayCut">Whether its inputs may be cut.</param>
    public ProductChoice Of(Convolution convolution, MapShape output, bool mayCut)
    {
        int inputs = convolution.FanIn;
        int slices = InSlices && mayCut && convolution.Groups == 1 && inputs > FewInputs ? (inputs + SliceInputs - 1) / SliceInputs : 1;
        int largest = Math.Min(MostChannels, ConvolutionEmitter.LargestBlock(NetworkLayouts.Of(output), Vectors));
        return new ProductChoice(
            Vectors, ProductChoice.PrefersBlockByBlock(convolution, slices) != OtherOrder,
            OutputBlocks.Balanced(convolution.OutputChannelsPerGroup, largest), slices);
    }
}
