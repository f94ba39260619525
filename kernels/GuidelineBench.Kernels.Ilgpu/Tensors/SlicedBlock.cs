namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>Warps share out k: for 14x14 and 7x7 maps, where outputs alone are too few warps.</summary>
internal readonly struct SlicedBlock : IWarpBlock
{
    public static int MaxWeightQuads => 8;

    public static int MaxTileQuads => 8;

    public static int MaxSlices => 8;

    public static int SharedQuads => 2176;
}
