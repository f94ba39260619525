using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>A convolution and its epilogue over all tiles of the batch.</summary>
internal sealed unsafe class ConvolutionStep(
    ConvolutionShape shape, int batch, float* input, float* parameters, float* output, nint* addendDistances) : ISimdStep
{
    private readonly ConvolutionKernel kernel = ConvolutionKernels.Get(shape);

    public long Bytes
    {
        get
        {
            long pixels = (long)batch * shape.Layout.Height * shape.Layout.Width;
            long maps = shape.InputChannels + shape.OutputChannels * (1L + shape.Epilogue.Addends);
            return sizeof(float) * (pixels * maps + PackedParameters.Count(shape));
        }
    }

    public string Choice => FormattableString.Invariant($"{shape.Layout.Name}:{shape.Blocks}");

    public void Run(int thread, int threads)
    {
        MapLayout layout = shape.Layout;
        (long first, long end) = WorkShare.Of((long)batch * layout.Tiles, thread, threads);
        while (first < end)
        {
            (int image, int tile) = ((int)(first / layout.Tiles), (int)(first % layout.Tiles));
            long tiles = Math.Min(end - first, layout.Tiles - tile);
            kernel(
                input + layout.TileOffset(shape.InputChannels, image, tile),
                parameters,
                output + layout.TileOffset(shape.OutputChannels, image, tile),
                addendDistances,
                (nint)tiles);
            first += tiles;
        }
    }
}
