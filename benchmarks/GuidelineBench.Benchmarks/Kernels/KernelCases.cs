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
