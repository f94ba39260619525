using ILGPU;
using ILGPU.Algorithms;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>A function of each element by itself, a type parameter of kernels so that each is compiled with its own.</summary>
internal interface IElementFunction
{
    float Of(float x);
}

/// <summary>No activation.</summary>
internal readonly struct Identity : IElementFunction
{
    public float Of(float x) => x;
}

/// <summary>ReLU.</summary>
internal readonly struct RectifiedFunction : IElementFunction
{
    public float Of(float x) => IntrinsicMath.Max(x, 0f);
}

/// <summary>ReLU6.</summary>
internal readonly struct Rectified6Function : IElementFunction
{
    public float Of(float x) => IntrinsicMath.Min(IntrinsicMath.Max(x, 0f), 6f);
}

/// <summary>1 / (1 + exp(-x)).</summary>
internal readonly struct SigmoidFunction : IElementFunction
{
    public float Of(float x) => 1f / (1f + XMath.Exp(-x));
}

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
internal readonly struct HardSigmoidFunction : IElementFunction
{
    public float Of(float x) => IntrinsicMath.Min(IntrinsicMath.Max(x + 3f, 0f), 6f) * (1f / 6f);
}
