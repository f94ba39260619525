using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// When the other operands of a sum are added: spread evenly over the last multiply-adds of a block. Added all
/// together before the stores they would leave the multiply-add units idle while they are loaded; measured, a sum of
/// four maps then costs 15 % of the convolution instead of 2 %.
/// </summary>
/// <param name="additions">What is added, in order.</param>
/// <param name="slots">Multiply-adds among which the additions are spread.</param>
internal sealed class AddendSchedule(ImmutableArray<AddendSchedule.Addition> additions, int slots)
{
    private int slot, next;

    public static AddendSchedule Empty { get; } = new([], 1);

    /// <summary>The additions that follow the next multiply-add.</summary>
    public IEnumerable<Addition> Due()
    {
        slot++;
        int until = (int)((long)additions.Length * slot / slots);
        for (; next < until && next < additions.Length; next++)
            yield return additions[next];
    }

    /// <param name="Channel">Output channel within the block.</param>
    /// <param name="Segment">Vector within the panel.</param>
    /// <param name="Addend">Which operand.</param>
    internal readonly record struct Addition(int Channel, int Segment, int Addend);
}
