using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// When the other operands of a sum are added: spread evenly over the last inputs of a block. Added all together
/// before the stores they would leave the multiply-add units idle while they are loaded; measured, a sum of four maps
/// then costs 15 % of the convolution instead of 2 %. The place of an addition does not depend on how output channels
/// are cut, so that threads and blocks change no bit of a result.
/// </summary>
internal static class AddendSchedule
{
    /// <summary>An addition to every output channel of the block.</summary>
    /// <param name="Segment">Vector within the panel.</param>
    /// <param name="Addend">Which operand.</param>
    internal readonly record struct Addition(int Segment, int Addend);

    /// <returns>The additions that go with each slot.</returns>
    /// <param name="segments">Vectors in the panel.</param>
    /// <param name="slots">Inputs times taps among which they are spread.</param>
    public static ImmutableArray<ImmutableArray<Addition>> Spread(int segments, int addends, int slots)
    {
        Addition[] additions =
        [
            .. from addend in Enumerable.Range(0, addends)
               from segment in Enumerable.Range(0, segments)
               select new Addition(segment, addend),
        ];
        return
        [
            .. Enumerable.Range(0, slots).Select(slot =>
                additions[(additions.Length * slot / slots)..(additions.Length * (slot + 1) / slots)].ToImmutableArray()),
        ];
    }
}
