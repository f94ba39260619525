using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// All that a convolution kernel is specialised for; equal shapes share one compiled kernel. A kernel may compute a
/// part of the output channels only, for a thread of its own; the maps are then wider than what it reads and writes.
/// </summary>
/// <param name="Layout">Of the output, and of the input unless the kernel gathers.</param>
/// <param name="InputsPerGroup">c1 / g; for a kernel that gathers c1 k k / g.</param>
/// <param name="OutputsPerGroup">c2 / g, or the part of them that is computed.</param>
/// <param name="Groups">g, or the part of them that is computed.</param>
/// <param name="KernelSize">k, odd; above 1 only with a layout that has borders. 1 for a kernel that gathers.</param>
/// <param name="InputTileFloats">From one tile of the input to the next.</param>
/// <param name="OutputTileFloats">From one tile of the output to the next.</param>
/// <param name="Blocks">How a group's output channels are cut.</param>
/// <param name="Epilogue">What follows the sum.</param>
/// <param name="PanelVectors">Most vectors of pixels that are held at once.</param>
/// <param name="Gathers">Whether a table says where each input lies; else channel lies behind channel.</param>
/// <param name="Scatters">Whether a table says where each output channel lies; else channel lies behind channel.</param>
/// <param name="TailPixels">A tile's last pixels that are computed with channels along the vector; parameters are then read a vector beyond their end.</param>
/// <param name="BlockByBlock">Whether a block of output channels is computed over a whole tile before the next; else a panel with all blocks.</param>
/// <param name="FetchesAddends">Whether the kernel asks ahead for the maps that it adds, where it does for its output.</param>
/// <param name="FetchesOutput">Whether the kernel asks for output lines ahead of its stores.</param>
/// <param name="FetchesWeights">Whether the kernel asks ahead for weights; without taps only.</param>
internal sealed record ConvolutionShape(
    MapLayout Layout,
    int InputsPerGroup,
    int OutputsPerGroup,
    int Groups,
    int KernelSize,
    int InputTileFloats,
    int OutputTileFloats,
    OutputBlocks Blocks,
    Epilogue Epilogue,
    int PanelVectors,
    bool Gathers = false,
    bool Scatters = false,
    int TailPixels = 0,
    bool BlockByBlock = false,
    bool FetchesAddends = false,
    bool FetchesWeights = false,
    bool FetchesOutput = false)
{
    /// <summary>Output maps from this size on may have left the second-level cache since they were last written.</summary>
    private const int LargeMapBytes = 512 * 1024;

    public int Taps => KernelSize * KernelSize;

    /// <summary>Output channels that are computed.</summary>
    public int OutputChannels => OutputsPerGroup * Groups;

    /// <summary>Whether a map of that many floats may not be in the second-level cache when it is written.</summary>
    public static bool IsLarge(long mapFloats) => sizeof(float) * mapFloats >= LargeMapBytes;

    /// <summary>The whole of a convolution.</summary>
    public static ConvolutionShape Of(Convolution convolution, MapLayout layout, OutputBlocks blocks, Epilogue epilogue) => new(
        layout,
        convolution.InputChannelsPerGroup,
        convolution.OutputChannelsPerGroup,
        convolution.Groups,
        convolution.KernelSize,
        layout.TileFloats(convolution.InputChannels),
        layout.TileFloats(convolution.OutputChannels),
        blocks,
        epilogue,
        layout.PanelVectors,
        BlockByBlock: PrefersBlockByBlock(convolution, layout),
        FetchesOutput: IsLarge(layout.ImageFloats(convolution.OutputChannels)));

    /// <summary>
    /// Written panel by panel, rows of more channels than are read take longer; measured, 1 to 3 % with 256 and 128 bits.
    /// </summary>
    private static bool PrefersBlockByBlock(Convolution convolution, MapLayout layout) =>
        layout.BorderTiles > 0
        && layout.Panels(layout.PanelVectors).Sum(run => run.Count) > 1
        && convolution.OutputChannels >= convolution.InputChannels;
}

/// <summary>What is done with a convolution's sum before it is stored.</summary>
/// <param name="Addends">Maps of the output's shape and layout that are added.</param>
/// <param name="Clamp">Which values are then cut off.</param>
internal readonly record struct Epilogue(int Addends, Clamp Clamp);
