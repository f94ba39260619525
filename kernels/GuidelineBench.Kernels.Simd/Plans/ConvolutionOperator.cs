using GuidelineBench.Kernels.Simd.Convolutions;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>A convolution with its epilogue. The first operand is convolved, the others are added.</summary>
/// <param name="parameters">Packed by <see cref="PackedParameters"/>.</param>
internal sealed unsafe class ConvolutionOperator(ConvolutionShape shape, float* parameters) : ITileOperator
{
    private readonly ConvolutionKernel kernel = ConvolutionKernels.Get(shape);

    public string Choice => OperatorChoices.Text(shape.Layout, shape.Blocks);

    public long Bytes(int batch)
    {
        long pixels = (long)batch * shape.Layout.Height * shape.Layout.Width;
        long channels = shape.InputChannels + shape.OutputChannels * (1L + shape.Epilogue.Addends);
        return sizeof(float) * (pixels * channels + PackedParameters.Count(shape));
    }

    public void Run(float** inputs, nint* distances, float* output, int tiles)
    {
        for (int addend = 0; addend < shape.Epilogue.Addends; addend++)
            distances[addend] = (nint)inputs[addend + 1] - (nint)output;
        kernel(inputs[0], parameters, output, distances, tiles);
    }
}
