namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>A function of each element by itself, a type parameter of kernels so that each is compiled with its own.</summary>
internal interface IElementFunction
{
    float Of(float x);
}
