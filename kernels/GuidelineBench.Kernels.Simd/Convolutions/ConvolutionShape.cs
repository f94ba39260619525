using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>All that a convolution kernel is specialised for; equal shapes share one compiled kernel.</summary>
/// <param name="Layout">Of input and output.</param>
/// <param name="InputsPerGroup">c1 / g.</param>
/// <param name="OutputsPerGroup">c2 / g.</param>
/// <param name="Groups">g.</param>
/// <param name="KernelSize">k, odd; above 1 only with a layout that has borders.</param>
/// <param name="Blocks">How a group's output channels are cut.</param>
/// <param name="Epilogue">What follows the sum.</param>
internal sealed record ConvolutionShape(
    MapLayout Layout,
    int InputsPerGroup,
    int OutputsPerGroup,
    int Groups,
    int KernelSize,
    OutputBlocks Blocks,
    Epilogue Epilogue)
{
    /// <summary>Output maps from this size on may have left the second-level cache since they were last written.</summary>
    private const int LargeMapBytes = 512 * 1024;

    public int Taps => KernelSize * KernelSize;

    public int InputChannels => InputsPerGroup * Groups;

    public int OutputChannels => OutputsPerGroup * Groups;

    /// <summary>Whether the kernel asks for output lines ahead of its stores.</summary>
    public bool PrefetchesOutput => sizeof(float) * Layout.ImageFloats(OutputChannels) >= LargeMapBytes;
}
