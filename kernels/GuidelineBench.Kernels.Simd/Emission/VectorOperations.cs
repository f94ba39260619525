using System.Reflection;
using System.Runtime.Intrinsics;

namespace GuidelineBench.Kernels.Simd.Emission;

/// <summary>
/// The float32 vector operations of one width as methods that emitted code calls; the JIT compiles each to one
/// instruction. Kernels are written once over this table, not once per width.
/// </summary>
internal sealed class VectorOperations
{
    private static readonly VectorOperations Bits128 = new(128, typeof(Vector128), typeof(Vector128<float>));
    private static readonly VectorOperations Bits256 = new(256, typeof(Vector256), typeof(Vector256<float>));
    private static readonly VectorOperations Bits512 = new(512, typeof(Vector512), typeof(Vector512<float>));

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
        Min = Generic(operations, nameof(Vector128.MinNative), [vector, vector]);
        And = Generic(operations, nameof(Vector128.BitwiseAnd), [vector, vector]);
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

    public MethodInfo Zero { get; }

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

    private static MethodInfo Generic(Type type, string name, Type[] parameters) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == name && method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1)
            .Select(method => method.MakeGenericMethod(typeof(float)))
            .Single(method => method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters));
}
