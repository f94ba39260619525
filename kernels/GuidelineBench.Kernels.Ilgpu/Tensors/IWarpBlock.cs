namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>What the warps of a block share among them, as <see cref="Products.IProductTile"/> says.</summary>
internal interface IWarpBlock
{
    /// <inheritdoc cref="Products.IProductTile.MaxWeightQuads"/>
    static abstract int MaxWeightQuads { get; }

    /// <inheritdoc cref="Products.IProductTile.MaxTileQuads"/>
    static abstract int MaxTileQuads { get; }

    /// <inheritdoc cref="Products.IProductTile.MaxSlices"/>
    static abstract int MaxSlices { get; }

    /// <inheritdoc cref="Products.IProductTile.SharedQuads"/>
    static abstract int SharedQuads { get; }
}
