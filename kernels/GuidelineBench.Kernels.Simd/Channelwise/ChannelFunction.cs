using System.Numerics;

namespace GuidelineBench.Kernels.Simd.Channelwise;

/// <summary>Activations of operators that run on their own.</summary>
internal enum ChannelFunction
{
    None,
    ReLU,
    ReLU6,
    Sigmoid,
    HardSigmoid,
    HardSwish,
    SiLU,
}

/// <summary>The activations over vectors.</summary>
internal static class Functions
{
    public static Vector<float> Apply(ChannelFunction function, Vector<float> x) => function switch
    {
        ChannelFunction.ReLU => Vector.MaxNative(Vector<float>.Zero, x),
        ChannelFunction.ReLU6 => Vector.MinNative(Vector.Create(6f), Vector.MaxNative(Vector<float>.Zero, x)),
        ChannelFunction.Sigmoid => Vector<float>.One / (Vector<float>.One + Vector.Exp(-x)),
        ChannelFunction.HardSigmoid =>
            Vector.MinNative(Vector.Create(6f), Vector.MaxNative(Vector<float>.Zero, x + Vector.Create(3f))) * (1f / 6),
        ChannelFunction.HardSwish =>
            x * Vector.MinNative(Vector.Create(6f), Vector.MaxNative(Vector<float>.Zero, x + Vector.Create(3f))) * (1f / 6),
        ChannelFunction.SiLU => x / (Vector<float>.One + Vector.Exp(-x)),
        _ => x,
    };
}
