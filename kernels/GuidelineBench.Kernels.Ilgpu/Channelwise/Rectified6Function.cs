using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>ReLU6.</summary>
internal readonly struct Rectified6Function : IElementFunction
{
    public float Of(float x) => IntrinsicMath.Min(IntrinsicMath.Max(x, 0f), 6f);
}
