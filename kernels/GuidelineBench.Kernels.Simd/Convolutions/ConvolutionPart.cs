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
