using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>A batch norm: scale and shift by channel.</summary>
internal readonly struct FoldedNorm(ArrayView<float> scales, ArrayView<float> shifts) : IChannelScale
{
    private readonly ArrayView<float> scales = scales, shifts = shifts;

    public float Factor(int image, int channel) => scales[channel];

    public float Shift(int channel) => shifts[channel];
}
