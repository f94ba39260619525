namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>A kernel and the shape that it is run on, one image.</summary>
/// <param name="InputChannels">c1.</param>
/// <param name="OutputChannels">c2; c1 for kernels that keep the channels.</param>
/// <param name="Groups">g; 1 for kernels without groups.</param>
/// <param name="MapSize">Height and width of the maps.</param>
public sealed record KernelCase(KernelKind Kind, int InputChannels, int OutputChannels, int Groups, int MapSize)
{
    private string Channels => Kind switch
    {
        KernelKind.Depthwise or KernelKind.SumOfTwo or KernelKind.SumOfFour or KernelKind.ReLU =>
            FormattableString.Invariant($"c={InputChannels}"),
        KernelKind.GroupedPointwise or KernelKind.Grouped =>
            FormattableString.Invariant($"{InputChannels}->{OutputChannels} g={Groups}"),
        _ => FormattableString.Invariant($"{InputChannels}->{OutputChannels}"),
    };

    private string Name => Kind switch
    {
        KernelKind.Pointwise => "pointwise",
        KernelKind.GroupedPointwise => "grouped pointwise",
        KernelKind.Dense => "dense 3x3",
        KernelKind.Grouped => "grouped 3x3",
        KernelKind.Depthwise => "depthwise 3x3",
        KernelKind.SumOfTwo => "sum of 2",
        KernelKind.SumOfFour => "sum of 4",
        KernelKind.ReLU => "relu",
        _ => "pointwise + sum + relu",
    };

    /// <summary>For a reader and for filters, e.g. <c>pointwise 32->64 56x56</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Channels} {MapSize}x{MapSize}");
}
