using System.Collections.Immutable;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>A convolution of a network: products of consecutive pixels with weights.</summary>
/// <param name="whole">The whole convolution.</param>
/// <param name="parts">What threads compute, which together are the whole; each in <see cref="InputSlices"/>.</param>
/// <param name="layout">Of the output; the kernel takes its tiles, or the rows of its tiles.</param>
/// <param name="addendDistances">For each map to add, its distance from the output in bytes.</param>
/// <param name="noDistance">The output's own.</param>
internal sealed unsafe class ProductStage(
    ConvolutionShape whole, ImmutableArray<ImmutableArray<ProductPart>> parts, TileAddresses input, TileAddresses output, nint addendDistances,
    nint noDistance, MapLayout layout, int batch)
    : INetworkStage, ITileStage
{
    private readonly ConvolutionKernel[][] kernels =
        [.. parts.Select(slices => slices.Select(slice => ConvolutionKernels.Get(slice.Part.Shape)).ToArray())];

    private readonly ProductPart[][] parts = [.. parts.Select(slices => slices.ToArray())];
    private readonly long tiles = (long)batch * layout.Tiles;

    /// <summary>Kernel tiles of one tile: 1, or its rows.</summary>
    private readonly int rows = layout.TilePixels / whole.Layout.TilePixels;

    public long Work { get; } = (long)batch * layout.Tiles * layout.TilePixels * whole.OutputChannels * whole.InputsPerGroup;

    public long Bytes
    {
        get
        {
            long pixels = (long)batch * layout.Height * layout.Width;
            long channels = whole.InputsPerGroup * whole.Groups + whole.OutputChannels * (1L + whole.Epilogue.Addends);
            return sizeof(float) * (pixels * channels + PackedParameters.Count(whole));
        }
    }

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful(Work, queue.Threads);
        foreach ((long first, long end) in queue.Take(parts.Length * tiles, thread, useful))
            RunItems(thread, first, end);
    }

    public void RunTile(int thread, int image, int tile)
    {
        for (int part = 0; part < parts.Length; part++)
            RunTiles(thread, part, image, tile, 1);
    }

    private void RunItems(int thread, long first, long end)
    {
        while (first < end)
        {
            int part = (int)(first / tiles);
            long partEnd = Math.Min(end, (part + 1) * tiles);
            RunPart(thread, part, first - part * tiles, partEnd - part * tiles);
            first = partEnd;
        }
    }

    private void RunPart(int thread, int part, long first, long end)
    {
        while (first < end)
        {
            (int image, int tile) = ((int)(first / layout.Tiles), (int)(first % layout.Tiles));
            int count = rows > 1 ? 1 : (int)Math.Min(end - first, layout.Tiles - tile);
            RunTiles(thread, part, image, tile, count);
            first += count;
        }
    }

    private void RunTiles(int thread, int part, int image, int tile, int count)
    {
        ProductPart[] slices = parts[part];
        if (slices.Length == 1)
        {
            RunSlice(thread, part, 0, image, tile, count);
            return;
        }

        // A tile's sums stay in a core's own cache from one slice to the next.
        for (int end = tile + count; tile < end; tile++)
            for (int slice = 0; slice < slices.Length; slice++)
                RunSlice(thread, part, slice, image, tile, 1);
    }

    private void RunSlice(int thread, int part, int slice, int image, int tile, int count)
    {
        ProductPart chosen = parts[part][slice];
        kernels[part][slice](
            input[image, tile, thread] + chosen.InputOffset, (float*)chosen.Parameters, output[image, tile, thread] + chosen.OutputOffset,
            (nint*)(slice == 0 ? addendDistances : noDistance), count * rows, (nint*)chosen.InputTable, (nint*)chosen.OutputTable);
    }
}

/// <summary>A part of a <see cref="ProductStage"/> with its parameters and addresses.</summary>
/// <param name="Parameters">Packed by <see cref="PackedParameters"/>.</param>
/// <param name="InputOffset">Floats from the start of a tile of the input to the part's first input.</param>
/// <param name="OutputOffset">Floats from the start of a tile of the output to the part's first output.</param>
/// <param name="InputTable">For a shape that gathers.</param>
/// <param name="OutputTable">For a shape that scatters.</param>
internal sealed record ProductPart(
    ConvolutionPart Part, nint Parameters, int InputOffset, int OutputOffset, nint InputTable, nint OutputTable);
