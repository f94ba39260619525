using ILGPU.Algorithms;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>1 / (1 + exp(-x)).</summary>
internal readonly struct SigmoidFunction : IElementFunction
{
    public float Of(float x) => 1f / (1f + XMath.Exp(-x));
}
