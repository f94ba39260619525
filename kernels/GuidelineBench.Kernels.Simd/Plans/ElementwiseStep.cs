using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Elementwise;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>An element-wise operator over whole buffers, borders included: they are zero in every operand and stay so.</summary>
internal sealed unsafe class ElementwiseStep(
    ElementwiseShape shape, MapShape map, int batch, float* output, nint* operandDistances, long bufferFloats) : ISimdStep
{
    private readonly ElementwiseKernel kernel = ElementwiseEmitter.Get(shape);

    public long Bytes => sizeof(float) * batch * map.Elements * (shape.Operands + 1L);

    public string Choice => "flat";

    public void Run(int thread, int threads)
    {
        (long first, long end) = WorkShare.Of(bufferFloats / ElementwiseEmitter.BlockFloats, thread, threads);
        if (first < end)
            kernel(output + first * ElementwiseEmitter.BlockFloats, operandDistances, (nint)(end - first));
    }
}
