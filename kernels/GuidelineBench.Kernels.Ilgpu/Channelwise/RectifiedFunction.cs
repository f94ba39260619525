using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>ReLU.</summary>
internal readonly struct RectifiedFunction : IElementFunction
{
    public float Of(float x) => IntrinsicMath.Max(x, 0f);
}
