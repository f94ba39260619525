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
