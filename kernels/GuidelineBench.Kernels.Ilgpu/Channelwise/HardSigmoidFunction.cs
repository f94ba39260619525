using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
internal readonly struct HardSigmoidFunction : IElementFunction
{
    public float Of(float x) => IntrinsicMath.Min(IntrinsicMath.Max(x + 3f, 0f), 6f) * (1f / 6f);
}
