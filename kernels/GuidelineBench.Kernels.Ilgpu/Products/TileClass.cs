using System.Collections.Immutable;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>A thread tile's constants as the host needs them, and its kernels.</summary>
/// <param name="Name">Output channels x pixels of a thread; n for short steps, s for slices of k.</param>
internal sealed record TileClass(
    string Name,
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
    int BlocksPerMultiprocessor,
    Func<Accelerator, ProductLauncher> LoadPlanes,
    Func<Accelerator, ProductLauncher> LoadWindows)
{
    public static ImmutableArray<TileClass> All { get; } =
    [
        Of<ThreadTile8x8>("8x8"),
        Of<ThreadTile8x4>("8x4"),
        Of<ThreadTile4x8>("4x8"),
        Of<ThreadTile4x4>("4x4"),
        Of<NarrowTile4x8>("n4x8"),
        Of<SlicedTile4x4>("s4x4"),
    ];

    public int SharedBytes => SharedQuads * 16;

    private static TileClass Of<TTile>(string name)
        where TTile : unmanaged, IThreadTile => new(
            name,
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
            TTile.BlocksPerMultiprocessor,
            Load<TTile, PlanePixels>,
            Load<TTile, WindowPixels>);

    // Only CUDA turns the numbers into a limit of registers; others refuse blocks that they could not hold.
    private static ProductLauncher Load<TTile, TPixels>(Accelerator accelerator)
        where TTile : unmanaged, IThreadTile
        where TPixels : struct, IPixelSource =>
        new(accelerator.LoadKernel<ProductShape, ArrayView<Float4>, ProductInput, ProductOutput>(
            ProductKernel.Multiply<TTile, TPixels>,
            accelerator.AcceleratorType == AcceleratorType.Cuda
                ? new KernelSpecialization(TTile.MaxThreads, TTile.BlocksPerMultiprocessor)
                : KernelSpecialization.Empty));
}
