using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>What the first operand of a sum is multiplied with and shifted by, one pair of numbers for each channel of an image.</summary>
internal interface IChannelScale
{
    float Factor(int image, int channel);

    float Shift(int channel);
}

/// <summary>As it is.</summary>
internal readonly struct Unscaled : IChannelScale
{
    public float Factor(int image, int channel) => 1;

    public float Shift(int channel) => 0;
}

/// <summary>A batch norm: scale and shift by channel.</summary>
internal readonly struct FoldedNorm(ArrayView<float> scales, ArrayView<float> shifts) : IChannelScale
{
    private readonly ArrayView<float> scales = scales, shifts = shifts;

    public float Factor(int image, int channel) => scales[channel];

    public float Shift(int channel) => shifts[channel];
}

/// <summary>A bias that the operator before has left out.</summary>
internal readonly struct Biased(ArrayView<float> biases) : IChannelScale
{
    private readonly ArrayView<float> biases = biases;

    public float Factor(int image, int channel) => 1;

    public float Shift(int channel) => biases[channel];
}

/// <summary>Factors that are a map of one pixel, those of squeeze-and-excitation.</summary>
internal readonly struct MapFactors(DevicePlanes factors) : IChannelScale
{
    private readonly DevicePlanes factors = factors;

    public float Factor(int image, int channel) => factors.Read(factors.FirstQuad(image, channel)).X;

    public float Shift(int channel) => 0;
}
