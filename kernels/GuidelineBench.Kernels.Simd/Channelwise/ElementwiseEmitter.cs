using System.Collections.Concurrent;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Channelwise;

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

/// <summary>A compiled element-wise operator over consecutive floats; borders are zero in and zero out.</summary>
/// <param name="output">First float of the result.</param>
/// <param name="operandDistances">Distance of each operand from the output, in bytes.</param>
/// <param name="vectors">1 or more vectors of the process's width.</param>
internal unsafe delegate void ElementwiseKernel(float* output, nint* operandDistances, nint vectors);

/// <summary>What an element-wise kernel is specialised for.</summary>
/// <param name="Operands">Maps that are added; 1 for none.</param>
/// <param name="Clamp">Which values are then cut off.</param>
internal readonly record struct ElementwiseShape(int Operands, Clamp Clamp);
