using Float4 = GuidelineBench.Kernels.Ilgpu.Maps.Float4;

namespace GuidelineBench.Kernels.Ilgpu.Products;

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
