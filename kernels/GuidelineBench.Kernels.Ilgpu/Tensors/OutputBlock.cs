namespace GuidelineBench.Kernels.Ilgpu.Tensors;

/// <summary>Warps share out the block's output channels and pixels.</summary>
internal readonly struct OutputBlock : IWarpBlock
{
    public static int MaxWeightQuads => 16;

    public static int MaxTileQuads => 32;

    public static int MaxSlices => 1;

    public static int SharedQuads => 784;
}
