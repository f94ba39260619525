using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// All that a convolution kernel is specialised for; equal shapes share one compiled kernel. A kernel may compute a
/// part of the output channels only, for a thread of its own; the maps are then wider than what it reads and writes.
/// </summary>
/// <param name="Layout">Of input and output.</param>
/// <param name="InputsPerGroup">c1 / g.</param>
/// <param name="OutputsPerGroup">c2 / g, or the part of them that is computed.</param>
/// <param name="Groups">g, or the part of them that is computed.</param>
/// <param name="KernelSize">k, odd; above 1 only with a layout that has borders.</param>
/// <param name="InputMapChannels">Channels of the whole input map.</param>
/// <param name="OutputMapChannels">Channels of the whole output map.</param>
/// <param name="Blocks">How a group's output channels are cut.</param>
/// <param name="Epilogue">What follows the sum.</param>
internal sealed record ConvolutionShape(
    MapLayout Layout,
    int InputsPerGroup,
    int OutputsPerGroup,
    int Groups,
    int KernelSize,
    int InputMapChannels,
    int OutputMapChannels,
    OutputBlocks Blocks,
    Epilogue Epilogue)
{
    /// <summary>Output maps from this size on may have left the second-level cache since they were last written.</summary>
    private const int LargeMapBytes = 512 * 1024;

    public int Taps => KernelSize * KernelSize;

    /// <summary>Output channels that are computed.</summary>
    public int OutputChannels => OutputsPerGroup * Groups;

    /// <summary>Whether the kernel asks for output lines ahead of its stores.</summary>
    public bool PrefetchesOutput => sizeof(float) * Layout.ImageFloats(OutputMapChannels) >= LargeMapBytes;

    /// <summary>The whole of a convolution.</summary>
    public static ConvolutionShape Of(Convolution convolution, MapLayout layout, OutputBlocks blocks, Epilogue epilogue) => new(
        layout,
        convolution.InputChannelsPerGroup,
        convolution.OutputChannelsPerGroup,
        convolution.Groups,
        convolution.KernelSize,
        convolution.InputChannels,
        convolution.OutputChannels,
        blocks,
        epilogue);
}
