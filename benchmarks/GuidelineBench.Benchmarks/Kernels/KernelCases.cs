using System.Collections.Immutable;

namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>Every kernel that is timed alone. The same list is compared with Reference, so none is timed untested.</summary>
public static class KernelCases
{
    /// <summary>The map sizes of the paper's networks behind their stem.</summary>
    private static readonly int[] MapSizes = [56, 28, 14, 7];

    /// <summary>Odd and even, below, at and beyond multiples of a vector.</summary>
    private static readonly int[] PointwiseWidths = [9, 13, 22, 32, 45, 64, 90, 128, 256, 432];

    /// <summary>Ratios from 1:2 to 1:10, as in Table 1; both directions are run, as its bottlenecks do.</summary>
    private static readonly (int Narrow, int Wide)[] UnequalWidths =
        [(9, 90), (13, 128), (22, 45), (32, 64), (45, 90), (64, 256), (90, 432)];

    public static ImmutableArray<KernelCase> All { get; } =
    [
        .. Grid(KernelKind.Pointwise, [.. Equal(PointwiseWidths), .. UnequalWidths, .. UnequalWidths.Select(pair => (pair.Wide, pair.Narrow))], 1),
        .. Grid(KernelKind.GroupedPointwise, [.. Equal(32, 64, 128, 256, 432), (64, 256), (256, 64)], 2, 4, 8),
        .. Grid(KernelKind.Dense, Equal(13, 22, 32, 64, 128), 1),
        .. Grid(KernelKind.Grouped, Equal(32, 128), 2, 4, 8),
        .. new[] { 22, 32, 64, 90, 128, 256, 432 }.SelectMany(width => Grid(KernelKind.Depthwise, Equal(width), width)),
        .. Grid(KernelKind.SumOfTwo, Equal(22, 64, 256), 1),
        .. Grid(KernelKind.SumOfFour, Equal(22, 64, 256), 1),
        .. Grid(KernelKind.ReLU, Equal(22, 64, 256), 1),
        .. Grid(KernelKind.PointwiseSumReLU, Equal(32, 45, 64, 128, 256), 1),
    ];

    private static (int, int)[] Equal(params int[] widths) => [.. widths.Select(width => (width, width))];

    private static IEnumerable<KernelCase> Grid(KernelKind kind, (int Input, int Output)[] channels, params int[] groups) =>
        from pair in channels
        from count in groups
        from size in MapSizes
        select new KernelCase(kind, pair.Input, pair.Output, count, size);
}

/// <summary>A kernel that is to be timed.</summary>
/// <param name="Threads">On how many threads of the processor; null on a device.</param>
public sealed record KernelDefinition(KernelCase Kernel, int? Threads)
{
    /// <summary>Threads that compute, or one that starts operators on a device.</summary>
    public int HostThreads => Threads ?? 1;

    /// <summary>For a reader and for filters, e.g. <c>pointwise 32->64 56x56 1 thread</c>.</summary>
    public override string ToString() => Threads is { } threads
        ? FormattableString.Invariant($"{Kernel} {threads} thread{(threads == 1 ? "" : "s")}")
        : Kernel.ToString();
}

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

/// <summary>The kernels that networks are made of, as a plan launches them.</summary>
public enum KernelKind
{
    Pointwise,
    GroupedPointwise,

    /// <summary>3x3, one group.</summary>
    Dense,

    /// <summary>3x3, several groups.</summary>
    Grouped,

    /// <summary>3x3, one channel in and one out per group.</summary>
    Depthwise,
    SumOfTwo,
    SumOfFour,
    ReLU,

    /// <summary>A pointwise convolution that adds a map and applies ReLU in its epilogue.</summary>
    PointwiseSumReLU,
}
