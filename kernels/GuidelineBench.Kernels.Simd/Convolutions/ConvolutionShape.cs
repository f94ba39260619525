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
    string BlocksKey,
    OutputBlocks Blocks,
    Epilogue Epilogue)
{
    public int Taps => KernelSize * KernelSize;

    public int InputChannels => InputsPerGroup * Groups;

    public int OutputChannels => OutputsPerGroup * Groups;

    public bool Equals(ConvolutionShape? other) =>
        other is not null && Layout == other.Layout && InputsPerGroup == other.InputsPerGroup &&
        OutputsPerGroup == other.OutputsPerGroup && Groups == other.Groups && KernelSize == other.KernelSize &&
        BlocksKey == other.BlocksKey && Epilogue == other.Epilogue;

    public override int GetHashCode() =>
        HashCode.Combine(Layout, InputsPerGroup, OutputsPerGroup, Groups, KernelSize, BlocksKey, Epilogue);
}
