namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>No activation.</summary>
internal readonly struct Identity : IElementFunction
{
    public float Of(float x) => x;
}
