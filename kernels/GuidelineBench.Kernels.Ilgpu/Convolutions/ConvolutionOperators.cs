using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Convolutions;

/// <summary>All convolutions but depthwise ones: products of weights and pixels with every multiply-add executed.</summary>
internal static class ConvolutionOperators
{
    // The tables keep a window's row and column in five bits, and its place on the map in the bits of an int.
    private const int MaxWindow = 31;

    // Where the device is not known: a large one, so that small maps are cut small.
    private const int UsualMultiprocessors = 80;
    private const int UsualThreads = 1024;

    private const int MaxChoices = 8;

    /// <summary>Compiles a convolution, its sum and its activation into one launch.</summary>
    /// <param name="addends">Up to three maps of the output's shape; one of them may be the output itself.</param>
    /// <param name="activation">ReLU, ReLU6 or none.</param>
    /// <param name="choice">One of <see cref="Choices"/>; null takes the first that the device can run.</param>
    /// <param name="tiles">Those to choose from: in FP32 or in TF32.</param>
    /// <exception cref="PlanException">The choice, the activation or the window is not to be had here.</exception>
    public static IDeviceOperator Create(
        Accelerator accelerator,
        Convolution convolution,
        LayerParameters parameters,
        DeviceMap input,
        DeviceMap output,
        ImmutableArray<DeviceMap> addends,
        Activation? activation,
        int batch,
        string? choice,
        ImmutableArray<TileClass> tiles,
        DeviceMemory memory)
    {
        Check(convolution);
        ProductSize size = Size(convolution, output.PlaneFloats / 4, batch);
        ProductTiling tiling = Tiling(accelerator, convolution, size, choice, tiles);

        ProductLauncher launcher = size.Windows ? tiling.Tile.LoadWindows(accelerator) : tiling.Tile.LoadPlanes(accelerator);
        var config = new KernelConfig(
            new Index3D(tiling.PixelBlocks(size), tiling.RowBlocks(size) * size.Groups, 1),
            new Index3D(tiling.Threads, 1, 1));
        ArrayView<Float4> weights = memory.Upload(PackedRows.Weights(parameters.Weights, size, tiling)).Cast<Float4>();
        ProductOutput epilogue = ProductEpilogue.Bind(
            convolution.Signature,
            parameters.Bias,
            output,
            addends,
            activation,
            (values, rest) => PackedRows.Values<int>(values, size, tiling, rest),
            (values, rest) => PackedRows.Values<float>(values, size, tiling, rest),
            memory);
        return new DeviceConvolution(
            tiling.Name,
            launcher,
            config,
            tiling.Shape(size),
            weights,
            Input(convolution, size, tiling, input, output, memory),
            epilogue);
    }

    /// <summary>Tilings that are worth measuring, the usual one first.</summary>
    /// <param name="accelerator">Where it is to run; null for a large device.</param>
    public static ImmutableArray<string> Choices(
        Convolution convolution, MapShape input, int batch, ImmutableArray<TileClass> tiles, Accelerator? accelerator = null)
    {
        Check(convolution);
        MapShape output = convolution.OutputShape([input]);
        ProductSize size = Size(convolution, (output.Pixels + 3) / 4, batch);
        IEnumerable<ProductTiling> tilings = ProductTilings.For(
            size,
            tiles,
            accelerator?.NumMultiprocessors ?? UsualMultiprocessors,
            accelerator?.MaxNumThreadsPerGroup ?? UsualThreads);
        if (accelerator is not null)
            tilings = tilings.Where(tiling => tiling.Fits(accelerator));
        // Neighbours in the ranking differ little; the best of every thread tile is where the estimate may be wrong.
        ProductTiling[] ranked = [.. tilings];
        return
        [
            .. ranked.Take(2)
                .Concat(ranked.GroupBy(tiling => tiling.Tile).Select(tile => tile.First()))
                .Concat(ranked)
                .Select(tiling => tiling.Name)
                .Distinct()
                .Take(MaxChoices),
        ];
    }

    private static void Check(Convolution convolution)
    {
        if (convolution.KernelSize > MaxWindow)
            throw new PlanException(FormattableString.Invariant(
                $"{convolution.Signature}: the GPU kernels know windows up to {MaxWindow}x{MaxWindow}."));
    }

    private static ProductSize Size(Convolution convolution, int planeQuads, int batch) => new(
        convolution.Groups,
        convolution.OutputChannelsPerGroup,
        convolution.FanIn,
        planeQuads,
        batch,
        convolution.Window is not { KernelSize: 1, IsCentered: true });

    private static ProductTiling Tiling(
        Accelerator accelerator, Convolution convolution, ProductSize size, string? choice, ImmutableArray<TileClass> tiles)
    {
        int maxThreads = accelerator.MaxNumThreadsPerGroup;
        ProductTiling? tiling = choice is null
            ? ProductTilings.For(size, tiles, accelerator.NumMultiprocessors, maxThreads).FirstOrDefault(usual => usual.Fits(accelerator))
            : ProductTilings.Find(choice, size, tiles, maxThreads);
        if (tiling is null || !tiling.Fits(accelerator))
            throw new PlanException(choice is null
                ? $"{convolution.Signature}: {accelerator.Name} cannot run any of the tilings."
                : $"{convolution.Signature}: {accelerator.Name} cannot run the tiling {choice}.");
        return tiling;
    }

    private static ProductInput Input(
        Convolution convolution, ProductSize size, ProductTiling tiling, DeviceMap input, DeviceMap output, DeviceMemory memory)
    {
        int[] planes = MapPlanes.Quads(input);
        Window window = convolution.Window;
        int area = window.KernelSize * window.KernelSize;
        // Threads look one tile ahead, and those that have no row of a tile look too.
        int ahead = tiling.Threads / tiling.TileQuads + 3 * tiling.PixelRows(size.Windows) + 1;
        int length = tiling.DepthTiles(size) * tiling.Depth + ahead;
        int[] rows = new int[size.Groups * length];
        int[] positions = new int[size.Windows ? length : 0];
        for (int i = 0; i < rows.Length; i++)
        {
            (int group, int k) = Math.DivRem(i, length);
            k = Math.Min(k, size.Depth - 1);
            int plane = planes[group * convolution.InputChannelsPerGroup + k / area];
            (int row, int column) = Math.DivRem(k % area, window.KernelSize);
            rows[i] = size.Windows ? checked(plane * 4 + row * input.Width + column) : plane;
            if (i < positions.Length)
                positions[i] = row + 32 * column;
        }

        return new ProductInput
        {
            Quads = input.Buffer.Cast<Float4>(),
            Pixels = input.Buffer,
            Rows = memory.Upload(rows),
            Positions = memory.Upload(positions),
            RowsPerGroup = length,
            ImageQuads = input.PlanesPerImage * (input.PlaneFloats / 4),
            Height = input.Height,
            Width = input.Width,
            OutputWidth = output.Width,
            OutputPixels = output.Height * output.Width,
            WindowSize = window.KernelSize,
            Stride = window.Stride,
            Top = window.Padding.Top,
            Left = window.Padding.Left,
        };
    }
}
