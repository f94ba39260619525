namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>What the first operand of a sum is multiplied with and shifted by, one pair of numbers for each channel of an image.</summary>
internal interface IChannelScale
{
    float Factor(int image, int channel);

    float Shift(int channel);
}
