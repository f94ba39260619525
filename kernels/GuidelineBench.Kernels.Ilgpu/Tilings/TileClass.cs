using System.Collections.Immutable;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Products;
using GuidelineBench.Kernels.Ilgpu.Tensors;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tilings;

/// <summary>A tile's constants as the host needs them, and its kernels.</summary>
/// <param name="Name">Output channels x pixels of a thread, n for short steps; t: of a warp; s for slices of k.</param>
/// <param name="IsWarp">Whether a warp shares the sums, in eight rows of four threads.</param>
internal sealed record TileClass(
    string Name,
    bool IsWarp,
    int RowQuads,
    int PixelQuads,
    int Depth,
    int WeightLoads,
    int PixelLoads,
    int MaxWeightQuads,
    int MaxTileQuads,
    int MaxSlices,
    int SharedQuads,
    int MaxThreads,
    int PlaneBlocks,
    int WindowBlocks,
    Func<Accelerator, ProductLauncher> LoadPlanes,
    Func<Accelerator, ProductLauncher> LoadWindows)
{
    /// <summary>Tiles in FP32.</summary>
    public static ImmutableArray<TileClass> All { get; } =
    [
        OfThreads<ThreadTile8x8>("8x8"),
        OfThreads<ThreadTile8x4>("8x4"),
        OfThreads<ThreadTile4x8<WideBlock>>("4x8"),
        OfThreads<ThreadTile4x4<SmallBlock>>("4x4"),
        OfThreads<ThreadTile4x8<NarrowBlock>>("n4x8"),
        OfThreads<ThreadTile4x4<SlicedThreads>>("s4x4"),
    ];

    /// <summary>Tiles in TF32.</summary>
    public static ImmutableArray<TileClass> Tensor { get; } = OfWarps<TensorCores>();

    public int SharedBytes => SharedQuads * 16;

    /// <summary>Blocks of <see cref="MaxThreads"/> that a multiprocessor holds at once.</summary>
    public int BlocksPerMultiprocessor(bool windows) => windows ? WindowBlocks : PlaneBlocks;

    /// <summary>Rows of threads that belong together.</summary>
    public int RowUnit => IsWarp ? WarpKernel.Rows : 1;

    /// <summary>Columns of threads that belong together.</summary>
    public int ColumnUnit => IsWarp ? WarpKernel.Columns : 1;

    /// <typeparam name="TProduct">What multiplies.</typeparam>
    public static ImmutableArray<TileClass> OfWarps<TProduct>()
        where TProduct : struct, IWarpProduct =>
        [
            OfWarps<WarpTile64x32<TProduct>>("t64x32"),
            OfWarps<WarpTile32x32<TProduct, OutputBlock>>("t32x32"),
            OfWarps<WarpTile32x32<TProduct, SlicedBlock>>("ts32x32"),
        ];

    private static TileClass OfThreads<TTile>(string name)
        where TTile : unmanaged, IThreadTile => Of<TTile>(
            name,
            isWarp: false,
            accelerator => Load<TTile>(accelerator, ProductKernel.Multiply<TTile, PlanePixels>, TTile.PlaneBlocks),
            accelerator => Load<TTile>(accelerator, ProductKernel.Multiply<TTile, WindowPixels>, TTile.WindowBlocks));

    private static TileClass OfWarps<TTile>(string name)
        where TTile : unmanaged, IWarpTile => Of<TTile>(
            name,
            isWarp: true,
            accelerator => Load<TTile>(accelerator, WarpKernel.Multiply<TTile, PlanePixels>, TTile.PlaneBlocks),
            accelerator => Load<TTile>(accelerator, WarpKernel.Multiply<TTile, WindowPixels>, TTile.WindowBlocks));

    private static TileClass Of<TTile>(
        string name, bool isWarp, Func<Accelerator, ProductLauncher> loadPlanes, Func<Accelerator, ProductLauncher> loadWindows)
        where TTile : unmanaged, IProductTile => new(
            name,
            isWarp,
            TTile.RowQuads,
            TTile.PixelQuads,
            TTile.Depth,
            TTile.WeightLoads,
            TTile.PixelLoads,
            TTile.MaxWeightQuads,
            TTile.MaxTileQuads,
            TTile.MaxSlices,
            TTile.SharedQuads,
            TTile.MaxThreads,
            TTile.PlaneBlocks,
            TTile.WindowBlocks,
            loadPlanes,
            loadWindows);

    // Only CUDA turns the numbers into a limit of registers; others refuse blocks that they could not hold.
    private static ProductLauncher Load<TTile>(
        Accelerator accelerator, Action<ProductShape, ArrayView<Float4>, ProductInput, ProductOutput> kernel, int blocks)
        where TTile : unmanaged, IProductTile =>
        new(accelerator.LoadKernel(
            kernel,
            accelerator.AcceleratorType == AcceleratorType.Cuda
                ? new KernelSpecialization(TTile.MaxThreads, blocks)
                : KernelSpecialization.Empty));
}
