using ILGPU;
using Float4 = GuidelineBench.Kernels.Ilgpu.Maps.Float4;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>
/// The sums that one thread holds in registers, and the constants that belong to that shape. All widths are in quads of four floats.
/// </summary>
internal interface IProductTile
{
    /// <summary>Output channels of a thread / 4.</summary>
    static abstract int RowQuads { get; }

    /// <summary>Pixels of a thread / 4.</summary>
    static abstract int PixelQuads { get; }

    /// <summary>Steps of k that one slice of a block does between two barriers.</summary>
    static abstract int Depth { get; }

    /// <summary>Quads of weights that a thread may hold while they travel from global to shared memory: 1 or 2.</summary>
    static abstract int WeightLoads { get; }

    /// <summary>Quads of pixels likewise: 1, 2 or 4.</summary>
    static abstract int PixelLoads { get; }

    /// <summary>The most output channels of a block / 4; also where the pixels begin in a row of shared memory.</summary>
    static abstract int MaxWeightQuads { get; }

    /// <summary>The most pixels of a block / 4.</summary>
    static abstract int MaxTileQuads { get; }

    /// <summary>Into how many slices of k a block may be split.</summary>
    static abstract int MaxSlices { get; }

    /// <summary>Quads of shared memory: two buffers of <see cref="Depth"/> x <see cref="MaxSlices"/> rows of weights and pixels.</summary>
    static abstract int SharedQuads { get; }

    /// <summary>The most threads of a block; with the blocks below it tells the device's compiler how many registers a thread may have.</summary>
    static abstract int MaxThreads { get; }

    /// <summary>
    /// Blocks of <see cref="MaxThreads"/> that a multiprocessor of 65536 registers has to hold at once when pixels are those of
    /// <see cref="PlanePixels"/>: as many as leave a thread the registers that it needs.
    /// </summary>
    static abstract int PlaneBlocks { get; }

    /// <summary>Likewise with <see cref="WindowPixels"/>.</summary>
    static abstract int WindowBlocks { get; }

    /// <summary>Sums of four output channels at four pixels.</summary>
    /// <param name="row">Which quad of the thread's output channels; a constant, so that the access becomes a register.</param>
    /// <param name="quad">Which quad of the thread's pixels; a constant.</param>
    Rows4 this[int row, int quad] { get; set; }

    /// <summary>A weight or a pixel as it is multiplied. Called once for each, on its way to shared memory.</summary>
    static abstract float Factor(float value);
}

/// <summary>A tile whose sums every thread computes alone, in FP32.</summary>
/// <remarks>
/// Per step of k a thread reads rows + pixels floats from shared memory and does rows x pixels multiply-adds: 4 bytes x (8 + 8) / 64
/// = 1 byte per multiply-add for 8x8, 1.5 for 8x4 and 2 for 4x4. Reads of 16 bytes by lanes that share an address in pairs take two
/// clocks per warp, so that the (rows + pixels) / 4 reads of a step stand against rows x pixels / 4 clocks of arithmetic (128
/// multiply-adds per clock and multiprocessor): 8 against 16 for 8x8, 6 against 8 for 8x4, 4 against 4 for 4x4. 8x16 would need 128
/// registers for its sums alone and leave one block per multiprocessor.
/// </remarks>
internal interface IThreadTile : IProductTile
{
    /// <summary>One step of k.</summary>
    /// <param name="weights">The thread's first quad of weights in <paramref name="shared"/>; the second one follows it.</param>
    /// <param name="pixels">The thread's first quad of pixels.</param>
    /// <param name="pixelStep">Quads to its second quad of pixels: the width of the block, so that neighbouring threads read neighbouring quads.</param>
    void Step(ArrayView<Float4> shared, int weights, int pixels, int pixelStep);
}

/// <summary>Four values for a product.</summary>
internal static class TileFactors
{
    /// <returns>The four values as a tile multiplies them.</returns>
    public static Float4 Factors<TTile>(this Float4 values)
        where TTile : unmanaged, IProductTile => new()
        {
            X = TTile.Factor(values.X),
            Y = TTile.Factor(values.Y),
            Z = TTile.Factor(values.Z),
            W = TTile.Factor(values.W),
        };
}
