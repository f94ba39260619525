using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
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

/// <summary>x min(max(x + 3, 0), 6) / 6.</summary>
internal readonly struct HardSwishFunction : IElementFunction
{
    public float Of(float x) => x * IntrinsicMath.Min(IntrinsicMath.Max(x + 3f, 0f), 6f) * (1f / 6f);
}

/// <summary>x / (1 + exp(-x)).</summary>
internal readonly struct SiLUFunction : IElementFunction
{
    public float Of(float x) => x / (1f + XMath.Exp(-x));
}

/// <summary>Which function an activation is.</summary>
internal static class ElementFunctions
{
    /// <param name="activation">Null for none.</param>
    /// <exception cref="PlanException">No kernel knows the activation.</exception>
    public static TResult Choose<TResult>(Activation? activation, IFunctionConsumer<TResult> consumer) => activation switch
    {
        null => consumer.With<Identity>(),
        ReLU => consumer.With<RectifiedFunction>(),
        ReLU6 => consumer.With<Rectified6Function>(),
        Sigmoid => consumer.With<SigmoidFunction>(),
        HardSigmoid => consumer.With<HardSigmoidFunction>(),
        HardSwish => consumer.With<HardSwishFunction>(),
        SiLU => consumer.With<SiLUFunction>(),
        _ => throw new PlanException($"{activation.Signature} is not supported on this backend."),
    };
}

/// <summary>Makes something of a function that is known as a type only.</summary>
internal interface IFunctionConsumer<out TResult>
{
    TResult With<TFunction>()
        where TFunction : struct, IElementFunction;
}
