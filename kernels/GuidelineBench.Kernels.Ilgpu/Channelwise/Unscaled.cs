namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>As it is.</summary>
internal readonly struct Unscaled : IChannelScale
{
    public float Factor(int image, int channel) => 1;

    public float Shift(int channel) => 0;
}
