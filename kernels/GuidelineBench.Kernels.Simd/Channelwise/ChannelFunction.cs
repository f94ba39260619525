namespace GuidelineBench.Kernels.Simd.Channelwise;

/// <summary>Activations of operators that run on their own.</summary>
internal enum ChannelFunction
{
    None,
    ReLU,
    ReLU6,
    Sigmoid,
    HardSigmoid,
}
