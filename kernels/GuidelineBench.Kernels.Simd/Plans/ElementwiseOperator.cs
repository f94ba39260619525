using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Elementwise;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>An element-wise operator on its own. It passes over the zeros beside the pixels too; they stay zero.</summary>
internal sealed unsafe class ElementwiseOperator(ElementwiseShape shape, MapShape map, MapLayout layout) : ITileOperator
{
    private readonly ElementwiseKernel kernel = ElementwiseEmitter.Get(shape);
    private readonly int vectorsPerTile = layout.TileFloats(map.Channels) / VectorWidth.Lanes;

    public string Choice { get; } = OperatorChoices.Text(layout, blocks: null);

    public int Parts => 1;

    public long WorkPerTile => (long)vectorsPerTile * VectorWidth.Lanes * shape.Operands;

    public long Bytes(int batch) => sizeof(float) * batch * map.Elements * (shape.Operands + 1L);

    public void Run(int part, float** inputs, nint* distances, float* output, int tiles)
    {
        for (int operand = 0; operand < shape.Operands; operand++)
            distances[operand] = (nint)inputs[operand] - (nint)output;
        kernel(output, distances, (nint)tiles * vectorsPerTile);
    }
}
