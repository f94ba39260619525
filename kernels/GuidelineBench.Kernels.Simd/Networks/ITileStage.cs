namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>A stage that can also be run tile by tile, behind and before others.</summary>
internal interface ITileStage : INetworkStage
{
    /// <summary>Computes one tile of one image, all channels.</summary>
    void RunTile(int thread, int image, int tile);
}
