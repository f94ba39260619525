using System.Collections.Concurrent;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.Simd.Emission;

/// <summary>
/// Hands out vector locals of an emitted method again when they are free: the JIT tracks at most about a thousand
/// locals, and one that it does not track lives in memory.
/// </summary>
internal sealed class VectorPool(ILGenerator il)
{
    private readonly Dictionary<Type, Stack<LocalBuilder>> free = [];

    public LocalBuilder Rent(int bits)
    {
        Type type = VectorOperations.Of(bits).Type;
        return free.TryGetValue(type, out Stack<LocalBuilder>? stack) && stack.TryPop(out LocalBuilder? local)
            ? local
            : il.DeclareLocal(type);
    }

    public void Return(LocalBuilder local)
    {
        if (!free.TryGetValue(local.LocalType, out Stack<LocalBuilder>? stack))
            free[local.LocalType] = stack = new Stack<LocalBuilder>();
        stack.Push(local);
    }
}

/// <summary>
/// Constant vectors that emitted code reads through their address: masks, indices, values. They must not move and live as
/// long as the process; equal ones are kept once.
/// </summary>
internal static unsafe class LaneConstants
{
    private const int Lanes = 16;

    private static readonly ConcurrentDictionary<string, nint> Addresses = new();

    /// <returns>Address of 16 lanes, the first <paramref name="count"/> all ones, the others zero.</returns>
    public static nint Address(int count) => Address([.. Enumerable.Range(0, Lanes).Select(lane => lane < count)]);

    /// <returns>Address of lanes that are all ones where true, else zero.</returns>
    public static nint Address(bool[] lanes) => Address([.. lanes.Select(lane => lane ? -1 : 0)]);

    public static nint Address(float[] lanes) => Address([.. lanes.Select(BitConverter.SingleToInt32Bits)]);

    /// <param name="lanes">Up to 16; those missing are zero.</param>
    public static nint Address(int[] lanes) => Addresses.GetOrAdd(string.Join(',', lanes), _ =>
    {
        int* words = (int*)NativeMemory.AlignedAlloc(Lanes * sizeof(int), 64);
        new Span<int>(words, Lanes).Clear();
        lanes.CopyTo(new Span<int>(words, Lanes));
        return (nint)words;
    });
}

/// <summary>The activations that a kernel applies in one or two instructions.</summary>
internal enum Clamp
{
    None,

    /// <summary>Negative values become zero: ReLU.</summary>
    AtZero,

    /// <summary>And values above six become six: ReLU6.</summary>
    AtZeroAndSix,
}
