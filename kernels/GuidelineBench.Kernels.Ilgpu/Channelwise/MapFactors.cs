using GuidelineBench.Kernels.Ilgpu.Maps;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>Factors that are a map of one pixel, those of squeeze-and-excitation.</summary>
internal readonly struct MapFactors(DevicePlanes factors) : IChannelScale
{
    private readonly DevicePlanes factors = factors;

    public float Factor(int image, int channel) => factors.Read(factors.FirstQuad(image, channel)).X;

    public float Shift(int channel) => 0;
}
