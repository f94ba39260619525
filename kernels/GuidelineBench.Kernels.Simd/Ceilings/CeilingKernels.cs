using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Ceilings;

/// <summary>Kernels that do nothing but meet one limit of a core, with the same vectors as the others.</summary>
internal static unsafe class CeilingKernels
{
    /// <summary>Independent chains: latency 4 times two units needs 8; 12 fit 16 registers beside the two constants.</summary>
    private const int Chains = 12;

    /// <summary>Steps of every chain in one loop turn.</summary>
    private const int Steps = 8;

    /// <summary>Floats of each array per loop turn of a stream.</summary>
    public const int StreamFloats = 64;

    internal delegate void FmaKernel(float* result, nint turns);

    internal delegate void StreamKernel(float* a, float* b, float* c, nint turns);

    public static FmaKernel Fma { get; } = EmitFma();

    public static StreamKernel Copy { get; } = EmitStream(triad: false);

    public static StreamKernel Triad { get; } = EmitStream(triad: true);

    public static long MultiplyAddsPerTurn => Chains * Steps * VectorWidth.Lanes;

    private static FmaKernel EmitFma()
    {
        var method = new DynamicMethod("Fma", typeof(void), [typeof(float*), typeof(nint)], typeof(CeilingKernels).Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        VectorOperations operations = VectorOperations.Of(VectorWidth.Bits);
        LocalBuilder factor = Constant(0.999999f), term = Constant(1e-7f);
        LocalBuilder[] chains = [.. Enumerable.Range(0, Chains).Select(chain => Constant(1 + chain))];
        Loop(il, counter: 1, () =>
        {
            for (int step = 0; step < Steps; step++)
            {
                foreach (LocalBuilder chain in chains)
                {
                    il.Emit(OpCodes.Ldloc, chain);
                    il.Emit(OpCodes.Ldloc, factor);
                    il.Emit(OpCodes.Ldloc, term);
                    il.Emit(OpCodes.Call, operations.MultiplyAdd);
                    il.Emit(OpCodes.Stloc, chain);
                }
            }
        });
        for (int chain = 0; chain < Chains; chain++)
        {
            il.Emit(OpCodes.Ldloc, chains[chain]);
            Address(il, argument: 0, chain * operations.Lanes);
            il.Emit(OpCodes.Call, operations.Store);
        }

        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<FmaKernel>();

        LocalBuilder Constant(float value)
        {
            LocalBuilder local = il.DeclareLocal(operations.Type);
            il.Emit(OpCodes.Ldc_R4, value);
            il.Emit(OpCodes.Call, operations.Broadcast);
            il.Emit(OpCodes.Stloc, local);
            return local;
        }
    }

    /// <summary>Floats that <see cref="Fma"/> writes.</summary>
    public static int FmaResultFloats => Chains * VectorWidth.Lanes;

    private static StreamKernel EmitStream(bool triad)
    {
        var method = new DynamicMethod(
            triad ? "Triad" : "Copy", typeof(void), [typeof(float*), typeof(float*), typeof(float*), typeof(nint)],
            typeof(CeilingKernels).Module, skipVisibility: true);
        ILGenerator il = method.GetILGenerator();
        VectorOperations operations = VectorOperations.Of(VectorWidth.Bits);
        LocalBuilder factor = il.DeclareLocal(operations.Type);
        il.Emit(OpCodes.Ldc_R4, 3f);
        il.Emit(OpCodes.Call, operations.Broadcast);
        il.Emit(OpCodes.Stloc, factor);
        Loop(il, counter: 3, () =>
        {
            for (int offset = 0; offset < StreamFloats; offset += operations.Lanes)
            {
                if (triad)
                {
                    Load(argument: 2, offset);
                    il.Emit(OpCodes.Ldloc, factor);
                }

                Load(argument: 1, offset);
                if (triad)
                    il.Emit(OpCodes.Call, operations.MultiplyAdd);
                Address(il, argument: 0, offset);
                il.Emit(OpCodes.Call, operations.Store);
            }

            for (int argument = 0; argument < (triad ? 3 : 2); argument++)
            {
                Address(il, argument, StreamFloats);
                il.Emit(OpCodes.Starg, argument);
            }
        });
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<StreamKernel>();

        void Load(int argument, int offset)
        {
            Address(il, argument, offset);
            il.Emit(OpCodes.Call, operations.Load);
        }
    }

    private static void Address(ILGenerator il, int argument, int floats)
    {
        il.Emit(OpCodes.Ldarg, argument);
        il.Emit(OpCodes.Ldc_I4, floats * sizeof(float));
        il.Emit(OpCodes.Add);
    }

    private static void Loop(ILGenerator il, int counter, Action body)
    {
        Label head = il.DefineLabel();
        il.MarkLabel(head);
        body();
        il.Emit(OpCodes.Ldarg, counter);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Dup);
        il.Emit(OpCodes.Starg, counter);
        il.Emit(OpCodes.Brtrue, head);
    }
}
