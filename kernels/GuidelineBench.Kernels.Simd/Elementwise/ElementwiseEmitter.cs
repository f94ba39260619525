using System.Collections.Concurrent;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Elementwise;

/// <summary>Writes the kernel of a sum, a ReLU, or both: one pass over memory, a cache line per operand at a time.</summary>
internal static unsafe class ElementwiseEmitter
{
    /// <summary>Floats of one loop turn; buffers are whole multiples of it.</summary>
    public const int BlockFloats = 16;

    private static readonly ConcurrentDictionary<ElementwiseShape, ElementwiseKernel> Compiled = new();

    public static ElementwiseKernel Get(ElementwiseShape shape) => Compiled.GetOrAdd(shape, Compile);

    private static ElementwiseKernel Compile(ElementwiseShape shape)
    {
        var method = new DynamicMethod(
            "Elementwise", typeof(void), [typeof(float*), typeof(nint*), typeof(nint)],
            typeof(ElementwiseEmitter).Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        VectorOperations operations = VectorOperations.Of(VectorWidth.Bits);

        Label head = il.DefineLabel();
        il.MarkLabel(head);
        for (int offset = 0; offset < BlockFloats; offset += VectorWidth.Lanes)
        {
            for (int operand = 0; operand < shape.Operands; operand++)
            {
                Address(il, offset);
                il.Emit(OpCodes.Ldarg_1);
                il.Emit(OpCodes.Ldc_I4, operand * sizeof(nint));
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldind_I);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Call, operations.Load);
                if (operand > 0)
                    il.Emit(OpCodes.Call, operations.Add);
            }

            if (shape.ReLU)
            {
                il.Emit(OpCodes.Call, operations.Zero);
                il.Emit(OpCodes.Call, operations.Max);
            }

            Address(il, offset);
            il.Emit(OpCodes.Call, operations.Store);
        }

        Address(il, BlockFloats);
        il.Emit(OpCodes.Starg, 0);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Dup);
        il.Emit(OpCodes.Starg, 2);
        il.Emit(OpCodes.Brtrue, head);
        il.Emit(OpCodes.Ret);

        var kernel = method.CreateDelegate<ElementwiseKernel>();
        RuntimeHelpers.PrepareDelegate(kernel);
        return kernel;
    }

    private static void Address(ILGenerator il, int floats)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, floats * sizeof(float));
        il.Emit(OpCodes.Add);
    }
}
