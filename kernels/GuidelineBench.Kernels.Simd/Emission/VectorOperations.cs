using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GuidelineBench.Kernels.Simd.Emission;

/// <summary>
/// The float32 vector operations of one width as methods that emitted code calls; the JIT compiles each to one
/// instruction. Kernels are written once over this table, not once per width.
/// </summary>
internal sealed unsafe class VectorOperations
{
    private static readonly VectorOperations Bits128 = new(128, typeof(Vector128), typeof(Vector128<float>));
    private static readonly VectorOperations Bits256 = new(256, typeof(Vector256), typeof(Vector256<float>));
    private static readonly VectorOperations Bits512 = new(512, typeof(Vector512), typeof(Vector512<float>));

    private static readonly MethodInfo LoadIndices = Generic<int>(typeof(Vector512), nameof(Vector512.Load), [typeof(int*)]);

    private static readonly MethodInfo Permute512 = Plain(
        typeof(Avx512F), nameof(Avx512F.PermuteVar16x32x2), [typeof(Vector512<float>), typeof(Vector512<int>), typeof(Vector512<float>)]);

    private static readonly MethodInfo Shuffle256 =
        Plain(typeof(Avx), nameof(Avx.Shuffle), [typeof(Vector256<float>), typeof(Vector256<float>), typeof(byte)]);

    private static readonly MethodInfo PermuteQuarters256 =
        Plain(typeof(Avx2), nameof(Avx2.Permute4x64), [typeof(Vector256<double>), typeof(byte)]);

    private static readonly MethodInfo AsDouble256 = Reinterpretation(nameof(Vector256.AsDouble), typeof(float));

    private static readonly MethodInfo AsSingle256 = Reinterpretation(nameof(Vector256.AsSingle), typeof(double));

    private static readonly MethodInfo Shuffle128 =
        Plain(typeof(Sse), nameof(Sse.Shuffle), [typeof(Vector128<float>), typeof(Vector128<float>), typeof(byte)]);

    private static readonly MethodInfo UnzipEven =
        Plain(typeof(AdvSimd.Arm64), nameof(AdvSimd.Arm64.UnzipEven), [typeof(Vector128<float>), typeof(Vector128<float>)]);

    private static readonly MethodInfo UnzipOdd =
        Plain(typeof(AdvSimd.Arm64), nameof(AdvSimd.Arm64.UnzipOdd), [typeof(Vector128<float>), typeof(Vector128<float>)]);

    private VectorOperations(int bits, Type operations, Type vector)
    {
        Bits = bits;
        Type = vector;
        Load = Generic(operations, nameof(Vector128.Load), [typeof(float*)]);
        Store = Generic(operations, nameof(Vector128.Store), [vector, typeof(float*)]);
        Broadcast = Plain(operations, nameof(Vector128.Create), [typeof(float)]);
        // Not FusedMultiplyAdd: where the hardware has none it would be emulated lane by lane.
        MultiplyAdd = Plain(operations, nameof(Vector128.MultiplyAddEstimate), [vector, vector, vector]);
        Add = Generic(operations, nameof(Vector128.Add), [vector, vector]);
        // Not Max: to order zeros and NaNs as IEEE 754 asks takes several instructions; this is the hardware's one.
        Max = Generic(operations, nameof(Vector128.MaxNative), [vector, vector]);
        Multiply = Generic(operations, nameof(Vector128.Multiply), [vector, vector]);
        Or = Generic(operations, nameof(Vector128.BitwiseOr), [vector, vector]);
        Min = Generic(operations, nameof(Vector128.MinNative), [vector, vector]);
        And = Generic(operations, nameof(Vector128.BitwiseAnd), [vector, vector]);
        Lower = bits == 128 ? null : Generic(operations, nameof(Vector256.GetLower), [vector]);
        Zero = vector.GetProperty(nameof(Vector128<>.Zero))!.GetMethod!;
    }

    public int Bits { get; }

    public int Lanes => Bits / 32;

    /// <summary>VectorN&lt;float&gt;.</summary>
    public Type Type { get; }

    /// <summary>float* -> vector; any alignment.</summary>
    public MethodInfo Load { get; }

    /// <summary>vector, float* -> ; any alignment.</summary>
    public MethodInfo Store { get; }

    /// <summary>float -> vector with that value in every lane.</summary>
    public MethodInfo Broadcast { get; }

    /// <summary>a, b, c -> a * b + c.</summary>
    public MethodInfo MultiplyAdd { get; }

    public MethodInfo Add { get; }

    /// <summary>a, b -> the larger; b where one is NaN on x86.</summary>
    public MethodInfo Max { get; }

    /// <summary>a, b -> the smaller; b where one is NaN on x86.</summary>
    public MethodInfo Min { get; }

    public MethodInfo And { get; }

    public MethodInfo Or { get; }

    public MethodInfo Multiply { get; }

    public MethodInfo Zero { get; }

    /// <summary>vector -> its lower half, which is the same register; null for the narrowest.</summary>
    public MethodInfo? Lower { get; }

    /// <summary>Pushes the even or the odd elements of two vectors, the first one's first.</summary>
    public void PushEveryOther(KernelBody body, LocalBuilder first, LocalBuilder second, bool odd)
    {
        body.Push(first);
        if (Bits == 512)
        {
            body.PushConstantAddress(LaneConstants.Address([.. Enumerable.Range(0, Lanes).Select(lane => 2 * lane + (odd ? 1 : 0))]));
            body.Call(LoadIndices);
            body.Push(second);
            body.Call(Permute512);
            return;
        }

        body.Push(second);
        if (AdvSimd.Arm64.IsSupported)
        {
            body.Call(odd ? UnzipOdd : UnzipEven);
            return;
        }

        body.PushConstantByte(odd ? 0b11_01_11_01 : 0b10_00_10_00);
        body.Call(Bits == 256 ? Shuffle256 : Shuffle128);
        if (Bits == 256)
        {
            // The shuffle works inside halves: the quarters come out as 0 2 1 3.
            body.Call(AsDouble256);
            body.PushConstantByte(0b11_01_10_00);
            body.Call(PermuteQuarters256);
            body.Call(AsSingle256);
        }
    }

    public static VectorOperations Of(int bits) => bits switch
    {
        128 => Bits128,
        256 => Bits256,
        512 => Bits512,
        _ => throw new ArgumentOutOfRangeException(nameof(bits), bits, "128, 256 or 512 bits."),
    };

    private static MethodInfo Plain(Type type, string name, Type[] parameters) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Static, parameters)
        ?? throw new MissingMethodException(type.FullName, name);

    private static MethodInfo Reinterpretation(string name, Type from) =>
        typeof(Vector256).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(method => method.Name == name && method.IsGenericMethodDefinition)
            .MakeGenericMethod(from);

    private static MethodInfo Generic(Type type, string name, Type[] parameters) => Generic<float>(type, name, parameters);

    private static MethodInfo Generic<T>(Type type, string name, Type[] parameters) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1)
            .Select(method => method.MakeGenericMethod(typeof(T)))
            .Single(method => method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters));
}
