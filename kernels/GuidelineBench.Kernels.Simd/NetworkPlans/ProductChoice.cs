using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>
/// How a network's convolution is computed. As text <c>rows:1v4x29</c>: panels of one vector of pixels, each with all four
/// blocks of 29 output channels; <c>rows:1b4x29</c>: block by block, each with all panels; <c>rows:1v4x29/2</c>: the first
/// half of the inputs with all panels and blocks, then the other.
/// </summary>
/// <param name="Vectors">Vectors of pixels of a panel.</param>
/// <param name="BlockByBlock">Whether the outer loop is over blocks of output channels.</param>
/// <param name="Slices">How often the inputs are cut: <see cref="InputSlices"/>.</param>
internal sealed record ProductChoice(int Vectors, bool BlockByBlock, OutputBlocks Blocks, int Slices = 1)
{
    public const string Prefix = "rows:";

    private const char PanelByPanelMark = 'v', BlockByBlockMark = 'b', SlicesMark = '/';

    /// <summary>
    /// Weights from this size on are better read once from the second-level cache and beyond than once for each panel; measured
    /// on the layers of ShuffleNet v2 and ResNet-50.
    /// </summary>
    private const long WeightsReadOnce = 64 * 1024;

    /// <summary>The order that usually suits a convolution, or a slice of it.</summary>
    public static bool PrefersBlockByBlock(Convolution convolution, int slices) =>
        convolution.WeightCount / convolution.Groups / slices >= WeightsReadOnce;

    /// <returns>The choice of a text, or null where it does not fit the convolution on this machine.</returns>
    public static ProductChoice? Parse(string text, MapShape output, Convolution convolution)
    {
        string[] cut = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split(SlicesMark) : [""];
        string choice = cut[0];
        int mark = choice.IndexOfAny([PanelByPanelMark, BlockByBlockMark]);
        return mark > 0 && cut.Length <= 2
            && int.TryParse(choice[..mark], NumberStyles.None, CultureInfo.InvariantCulture, out int vectors)
            && vectors >= 1 && vectors <= MapLayout.MaxPanelVectors
            && OutputBlocks.Parse(choice[(mark + 1)..]) is { } blocks
            && blocks.Channels == convolution.OutputChannelsPerGroup
            && blocks.Largest <= ConvolutionEmitter.LargestBlock(NetworkLayouts.Of(output), vectors)
            && int.TryParse(cut.Length == 2 ? cut[1] : "1", NumberStyles.None, CultureInfo.InvariantCulture, out int slices)
            && slices >= 1 && slices <= (convolution.Groups == 1 ? convolution.FanIn : 1)
                ? new ProductChoice(vectors, choice[mark] == BlockByBlockMark, blocks, slices)
                : null;
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Prefix}{Vectors}{(BlockByBlock ? BlockByBlockMark : PanelByPanelMark)}{Blocks}")
        + (Slices == 1 ? "" : FormattableString.Invariant($"{SlicesMark}{Slices}"));
}

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
