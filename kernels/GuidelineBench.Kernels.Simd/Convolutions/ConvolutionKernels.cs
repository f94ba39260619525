using System.Collections.Concurrent;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>Compiled kernels by shape, so that ten equal layers, and the next plan, compile once.</summary>
internal static class ConvolutionKernels
{
    private static readonly ConcurrentDictionary<ConvolutionShape, Lazy<ConvolutionKernel>> Compiled = new();

    public static ConvolutionKernel Get(ConvolutionShape shape) =>
        Compiled.GetOrAdd(shape, key => new Lazy<ConvolutionKernel>(() => ConvolutionEmitter.Compile(key))).Value;
}
