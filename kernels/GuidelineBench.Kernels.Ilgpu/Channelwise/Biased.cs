using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>A bias that the operator before has left out.</summary>
internal readonly struct Biased(ArrayView<float> biases) : IChannelScale
{
    private readonly ArrayView<float> biases = biases;

    public float Factor(int image, int channel) => 1;

    public float Shift(int channel) => biases[channel];
}
