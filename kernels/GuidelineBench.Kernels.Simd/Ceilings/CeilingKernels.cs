using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Ceilings;

/// <summary>Kernels that do nothing but meet one limit of a core, with the same vectors as the others.</summary>
internal static unsafe class CeilingKernels
{
    /// <summary>Floats of each array per loop turn of a stream.</summary>
    public const int StreamFloats = 64;

    /// <summary>Independent chains: latency 4 times two units needs 8; 12 fit 16 registers beside the two constants.</summary>
    private const int Chains = 12;

    /// <summary>Steps of every chain in one loop turn.</summary>
    private const int Steps = 8;

    internal delegate void FmaKernel(float* result, nint turns);

    internal delegate void StreamKernel(float* a, float* b, float* c, nint turns);

    public static FmaKernel Fma { get; } = EmitFma();

    public static StreamKernel Copy { get; } = EmitStream("Copy", triad: false);

    public static StreamKernel Triad { get; } = EmitStream("Triad", triad: true);

    public static long MultiplyAddsPerTurn => Chains * Steps * VectorWidth.Lanes;

    /// <summary>Floats that <see cref="Fma"/> writes.</summary>
    public static int FmaResultFloats => Chains * VectorWidth.Lanes;

    private static VectorOperations Operations => VectorOperations.Of(VectorWidth.Bits);

    private static FmaKernel EmitFma()
    {
        var body = new KernelBody("Fma", typeof(float*), typeof(nint));
        LocalBuilder result = body.Pointer(argument: 0);
        LocalBuilder factor = Constant(body, 0.999999f), term = Constant(body, 1e-7f);
        LocalBuilder[] chains = [.. Enumerable.Range(0, Chains).Select(chain => Constant(body, 1 + chain))];
        body.RepeatByArgument(1, () =>
        {
            for (int step = 0; step < Steps; step++)
            {
                foreach (LocalBuilder chain in chains)
                {
                    body.Push(chain);
                    body.Push(factor);
                    body.Push(term);
                    body.Call(Operations.MultiplyAdd);
                    body.Pop(chain);
                }
            }
        });
        for (int chain = 0; chain < Chains; chain++)
        {
            body.Push(chains[chain]);
            body.PushAddress(result, chain * Operations.Lanes);
            body.Call(Operations.Store);
        }

        return body.Compile<FmaKernel>();
    }

    private static StreamKernel EmitStream(string name, bool triad)
    {
        var body = new KernelBody(name, typeof(float*), typeof(float*), typeof(float*), typeof(nint));
        LocalBuilder a = body.Pointer(argument: 0), b = body.Pointer(argument: 1), c = body.Pointer(argument: 2);
        LocalBuilder factor = Constant(body, 3);
        body.RepeatByArgument(3, () =>
        {
            for (int offset = 0; offset < StreamFloats; offset += Operations.Lanes)
            {
                if (triad)
                {
                    Load(c, offset);
                    body.Push(factor);
                }

                Load(b, offset);
                if (triad)
                    body.Call(Operations.MultiplyAdd);
                body.PushAddress(a, offset);
                body.Call(Operations.Store);
            }

            body.Advance(a, StreamFloats);
            body.Advance(b, StreamFloats);
            body.Advance(c, StreamFloats);
        });
        return body.Compile<StreamKernel>();

        void Load(LocalBuilder pointer, int offset)
        {
            body.PushAddress(pointer, offset);
            body.Call(Operations.Load);
        }
    }

    private static LocalBuilder Constant(KernelBody body, float value)
    {
        LocalBuilder local = body.Vectors.Rent(VectorWidth.Bits);
        body.PushConstant(value, Operations);
        body.Pop(local);
        return local;
    }
}
