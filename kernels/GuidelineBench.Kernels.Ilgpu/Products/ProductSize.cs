namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>What is multiplied, for all groups alike.</summary>
/// <param name="Groups">g.</param>
/// <param name="Rows">Output channels of a group.</param>
/// <param name="Depth">Length of a sum: input channels of a group x positions of the window.</param>
/// <param name="PlaneQuads">Quads of a plane of the output.</param>
/// <param name="Batch">Images.</param>
/// <param name="Windows">Whether pixels are fetched one by one (a window or a stride), or in quads.</param>
internal sealed record ProductSize(int Groups, int Rows, int Depth, int PlaneQuads, int Batch, bool Windows)
{
    /// <summary>Output channels of a group / 4, rounded up.</summary>
    public int RowQuads => (Rows + 3) / 4;

    /// <summary>Quads of pixels of all images.</summary>
    public int TotalQuads => PlaneQuads * Batch;
}
