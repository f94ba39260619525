using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Channelwise;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>A convolution with its epilogue. The first operand is convolved, the others are added.</summary>
/// <param name="whole">The whole convolution.</param>
/// <param name="parts">What its threads compute, which together are the whole.</param>
/// <param name="parameters">Of each part, packed by <see cref="PackedParameters"/>.</param>
internal sealed unsafe class ConvolutionOperator(
    ConvolutionShape whole, ImmutableArray<ConvolutionPart> parts, ImmutableArray<nint> parameters) : ITileOperator
{
    private readonly ConvolutionKernel[] kernels = [.. parts.Select(part => ConvolutionKernels.Get(part.Shape))];
    private readonly nint[] parameters = [.. parameters];
    private readonly int[] inputOffsets = [.. parts.Select(part => part.FirstInput * whole.Layout.Pitch)];
    private readonly int[] outputOffsets = [.. parts.Select(part => part.FirstOutput * whole.Layout.Pitch)];

    public string Choice { get; } = OperatorChoices.Text(whole.Layout, whole.Blocks);

    public int Parts => kernels.Length;

    public long WorkPerTile => (long)whole.Layout.TilePixels * whole.OutputChannels * whole.InputsPerGroup * whole.Taps;

    public long Bytes(int batch)
    {
        long pixels = (long)batch * whole.Layout.Height * whole.Layout.Width;
        long channels = whole.InputsPerGroup * whole.Groups + whole.OutputChannels * (1L + whole.Epilogue.Addends);
        return sizeof(float) * (pixels * channels + PackedParameters.Count(whole));
    }

    public void Run(int part, float** inputs, nint* distances, float* output, int tiles)
    {
        for (int addend = 0; addend < whole.Epilogue.Addends; addend++)
            distances[addend] = (nint)inputs[addend + 1] - (nint)output;
        kernels[part](inputs[0] + inputOffsets[part], (float*)parameters[part], output + outputOffsets[part], distances, tiles, null, null);
    }
}

/// <summary>An element-wise operator on its own. It passes over the zeros beside the pixels too; they stay zero.</summary>
internal sealed unsafe class ElementwiseOperator(ElementwiseShape shape, MapShape map, MapLayout layout) : ITileOperator
{
    private readonly ElementwiseKernel kernel = ElementwiseEmitter.Get(shape);
    private readonly int vectorsPerTile = layout.TileFloats(map.Channels) / VectorWidth.Lanes;

    public string Choice { get; } = OperatorChoices.Text(layout, blocks: null);

    public int Parts => 1;

    public long WorkPerTile => (long)vectorsPerTile * VectorWidth.Lanes * shape.Operands;

    public long Bytes(int batch) => sizeof(float) * batch * map.Elements * (shape.Operands + 1L);

    public void Run(int part, float** inputs, nint* distances, float* output, int tiles)
    {
        for (int operand = 0; operand < shape.Operands; operand++)
            distances[operand] = (nint)inputs[operand] - (nint)output;
        kernel(output, distances, (nint)tiles * vectorsPerTile);
    }
}
