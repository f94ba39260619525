using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Networks;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>A convolution of a network: products of consecutive pixels with weights.</summary>
/// <param name="whole">The whole convolution.</param>
/// <param name="parts">What threads compute, which together are the whole.</param>
/// <param name="addresses">Where it reads and writes.</param>
/// <param name="batch">Images.</param>
internal sealed unsafe class ProductStage(
    ConvolutionShape whole, ImmutableArray<ProductPart> parts, ProductAddresses addresses, int batch) : INetworkStage
{
    private readonly ConvolutionKernel[] kernels = [.. parts.Select(part => ConvolutionKernels.Get(part.Part.Shape))];
    private readonly ProductPart[] parts = [.. parts];
    private readonly long tiles = (long)batch * whole.Layout.Tiles;
    private readonly long work = (long)batch * whole.Layout.Tiles * whole.Layout.TilePixels * whole.OutputChannels * whole.InputsPerGroup;

    public long Bytes
    {
        get
        {
            long pixels = (long)batch * whole.Layout.Height * whole.Layout.Width;
            long channels = whole.InputsPerGroup * whole.Groups + whole.OutputChannels * (1L + whole.Epilogue.Addends);
            return sizeof(float) * (pixels * channels + PackedParameters.Count(whole));
        }
    }

    public void Run(int thread, int threads)
    {
        int useful = WorkShare.Useful(work, threads);
        if (thread >= useful)
            return;
        (long first, long end) = WorkShare.Of(parts.Length * tiles, thread, useful);
        while (first < end)
        {
            int part = (int)(first / tiles);
            long partEnd = Math.Min(end, (part + 1) * tiles);
            RunPart(part, first - part * tiles, partEnd - part * tiles);
            first = partEnd;
        }
    }

    private void RunPart(int part, long first, long end)
    {
        ProductPart chosen = parts[part];
        while (first < end)
        {
            (int image, int tile) = ((int)(first / whole.Layout.Tiles), (int)(first % whole.Layout.Tiles));
            int count = (int)Math.Min(end - first, whole.Layout.Tiles - tile);
            float* input = (float*)addresses.Input + image * addresses.InputImageFloats + (long)tile * whole.InputTileFloats;
            float* output = (float*)addresses.Output + image * addresses.OutputImageFloats + (long)tile * whole.OutputTileFloats;
            kernels[part](
                input + chosen.InputOffset, (float*)chosen.Parameters, output + chosen.OutputOffset,
                (nint*)addresses.AddendDistances, count, (nint*)chosen.InputTable, (nint*)chosen.OutputTable);
            first += count;
        }
    }
}
