namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>Makes something of a function that is known as a type only.</summary>
internal interface IFunctionConsumer<out TResult>
{
    TResult With<TFunction>()
        where TFunction : struct, IElementFunction;
}
