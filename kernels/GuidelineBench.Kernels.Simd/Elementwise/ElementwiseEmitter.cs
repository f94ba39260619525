using System.Collections.Concurrent;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Elementwise;

/// <summary>Writes the kernel of a sum, a ReLU, or both: one pass over memory, a vector of every operand at a time.</summary>
internal static unsafe class ElementwiseEmitter
{
    private const int OutputArgument = 0, OperandDistancesArgument = 1, VectorsArgument = 2;

    private static readonly ConcurrentDictionary<ElementwiseShape, ElementwiseKernel> Compiled = new();

    public static ElementwiseKernel Get(ElementwiseShape shape) => Compiled.GetOrAdd(shape, Compile);

    private static ElementwiseKernel Compile(ElementwiseShape shape)
    {
        var body = new KernelBody("Elementwise", typeof(float*), typeof(nint*), typeof(nint));
        VectorOperations operations = VectorOperations.Of(VectorWidth.Bits);
        LocalBuilder output = body.Pointer(OutputArgument);
        body.RepeatByArgument(VectorsArgument, () =>
        {
            body.PushClamped(PushSum, shape.Clamp, operations);
            body.PushAddress(output, 0);
            body.Call(operations.Store);
            body.Advance(output, operations.Lanes);
        });
        return body.Compile<ElementwiseKernel>();

        void PushSum()
        {
            for (int operand = 0; operand < shape.Operands; operand++)
            {
                body.PushDistantAddress(output, 0, OperandDistancesArgument, operand);
                body.Call(operations.Load);
                if (operand > 0)
                    body.Call(operations.Add);
            }
        }
    }
}
