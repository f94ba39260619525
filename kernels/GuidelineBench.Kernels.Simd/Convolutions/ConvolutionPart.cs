using System.Collections.Immutable;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// Some of a convolution's output channels. A map of 14x14 or 7x7 has too few tiles to share them evenly among threads;
/// its channels can be shared instead.
/// </summary>
/// <param name="Shape">What the part's kernel is specialised for.</param>
/// <param name="FirstInput">First input channel that it reads.</param>
/// <param name="FirstOutput">First output channel that it writes.</param>
internal sealed record ConvolutionPart(ConvolutionShape Shape, int FirstInput, int FirstOutput)
{
    /// <summary>Cuts whole groups where there are enough of them, else the channels of the only group.</summary>
    /// <returns>As many parts as asked for, or one where that cannot be done.</returns>
    public static ImmutableArray<ConvolutionPart> Split(ConvolutionShape whole, int parts)
    {
        bool byGroup = whole.Groups >= parts && whole.Groups > 1;
        if (parts == 1 || (!byGroup && (whole.Groups > 1 || whole.OutputsPerGroup < parts)))
            return [new ConvolutionPart(whole, 0, 0)];
        int items = byGroup ? whole.Groups : whole.OutputsPerGroup;
        return
        [
            .. Enumerable.Range(0, parts).Select(part =>
            {
                int first = items * part / parts;
                int count = items * (part + 1) / parts - first;
                return byGroup
                    ? new ConvolutionPart(whole with { Groups = count }, first * whole.InputsPerGroup, first * whole.OutputsPerGroup)
                    : new ConvolutionPart(
                        whole with { OutputsPerGroup = count, Blocks = OutputBlocks.Balanced(count, whole.Blocks.Largest) }, 0, first);
            }),
        ];
    }
}

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
