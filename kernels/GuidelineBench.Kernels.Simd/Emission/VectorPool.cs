using System.Reflection.Emit;

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
