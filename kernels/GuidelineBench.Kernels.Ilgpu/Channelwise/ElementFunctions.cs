using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

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
        _ => throw new PlanException($"{activation.Signature} is not supported on this backend."),
    };
}
