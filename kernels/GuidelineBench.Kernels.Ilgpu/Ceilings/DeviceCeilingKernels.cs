using System.Runtime.CompilerServices;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Ceilings;

/// <summary>Kernels that do nothing but one thing.</summary>
internal static class DeviceCeilingKernels
{
    /// <summary>Independent sums of a thread: more than any device's latency in cycles per instruction it can start.</summary>
    public const int Chains = 8;

    /// <summary>Steps of a chain that are written out, so that the loop around them costs nothing.</summary>
    public const int StepsPerTurn = 4;

    public const int MultiplyAddsPerTurn = Chains * StepsPerTurn;

    /// <summary>Elements that a thread has under way at once.</summary>
    public const int ElementsPerTurn = 4;

    /// <summary>Every chain approaches a fixed point, so that no value overflows or becomes denormal.</summary>
    /// <param name="sums">One for each thread; written so that the work cannot be left out.</param>
    public static void MultiplyAdds(ArrayView<float> sums, int turns, float factor, float addend)
    {
        float a = Grid.GlobalIndex.X, b = a + 1, c = a + 2, d = a + 3, e = a + 4, f = a + 5, g = a + 6, h = a + 7;
        for (int turn = 0; turn < turns; turn++)
        {
            a = Steps(a, factor, addend);
            b = Steps(b, factor, addend);
            c = Steps(c, factor, addend);
            d = Steps(d, factor, addend);
            e = Steps(e, factor, addend);
            f = Steps(f, factor, addend);
            g = Steps(g, factor, addend);
            h = Steps(h, factor, addend);
        }

        sums[Grid.GlobalIndex.X] = a + b + c + d + e + f + g + h;
    }

    /// <summary>Threads take turns over the array; its length is a multiple of what all of them take in one turn.</summary>
    public static void Copy(ArrayView<float> to, ArrayView<float> from)
    {
        long stride = (long)Grid.DimX * Group.DimX;
        for (long i = Grid.GlobalLinearIndex; i < to.Length; i += ElementsPerTurn * stride)
        {
            float p = from[i], q = from[i + stride], r = from[i + 2 * stride], s = from[i + 3 * stride];
            to[i] = p;
            to[i + stride] = q;
            to[i + 2 * stride] = r;
            to[i + 3 * stride] = s;
        }
    }

    /// <summary>As <see cref="Copy"/>.</summary>
    public static void Triad(ArrayView<float> to, ArrayView<float> b, ArrayView<float> c, float factor)
    {
        long stride = (long)Grid.DimX * Group.DimX;
        for (long i = Grid.GlobalLinearIndex; i < to.Length; i += ElementsPerTurn * stride)
        {
            float p = b[i] + factor * c[i];
            float q = b[i + stride] + factor * c[i + stride];
            float r = b[i + 2 * stride] + factor * c[i + 2 * stride];
            float s = b[i + 3 * stride] + factor * c[i + 3 * stride];
            to[i] = p;
            to[i + stride] = q;
            to[i + 2 * stride] = r;
            to[i + 3 * stride] = s;
        }
    }

    /// <summary>An operator takes an operand, so this one does too.</summary>
    public static void Nothing(ArrayView<float> operand)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Steps(float sum, float factor, float addend)
    {
        sum = sum * factor + addend;
        sum = sum * factor + addend;
        sum = sum * factor + addend;
        return sum * factor + addend;
    }
}
