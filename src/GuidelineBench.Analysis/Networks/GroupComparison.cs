using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Analysis.Networks;

/// <summary>A group of networks, measured beside the paper.</summary>
/// <param name="Rows">All of the group's rows in the paper's order, measured or not.</param>
public sealed record GroupComparison(NetworkGroup Group, ImmutableArray<ComparedNetwork> Rows)
{
    /// <returns>Null where the run has a time for none of its networks.</returns>
    public static GroupComparison? Of(NetworkRun run, string group)
    {
        if (NetworkGroups.Find(group) is not { } found)
            return null;
        ImmutableArray<ComparedNetwork> rows =
            [.. found.Rows.Select(row => new ComparedNetwork(row.Row, row.Case, PrintedFigures.Of(row.Row), run.Find(row.Case)))];
        return rows.Any(row => row.ImagesPerSecond is not null) ? new GroupComparison(found, rows) : null;
    }

    /// <summary>Rows with a time.</summary>
    public IEnumerable<ComparedNetwork> Measured => Rows.Where(row => row.ImagesPerSecond is not null);

    /// <summary>Rows with a time, each network once: the paper prints two rows for one network where errors of two trainings are compared.</summary>
    public IEnumerable<ComparedNetwork> Networks => Measured.DistinctBy(row => row.Case.Name);

    /// <summary>Levels of complexity that have a row, rising.</summary>
    public IEnumerable<int> Levels => Rows.Select(row => row.Paper.Level).OfType<int>().Distinct().Order();

    /// <summary>The rows that no other row beats in speed and in error.</summary>
    public ImmutableArray<ComparedNetwork> Front => FrontOf(Measured);

    /// <summary>The same among the rows of one level.</summary>
    public ImmutableArray<ComparedNetwork> FrontAt(int level) => FrontOf(Measured.Where(row => row.Paper.Level == level));

    /// <summary>How the measured order agrees with each of the paper's columns, over all levels, then level by level.</summary>
    public ImmutableArray<RankAgreement> Agreements =>
        [RankAgreement.Of(null, [.. Networks]), .. Levels.Select(level => RankAgreement.Of(level, [.. Networks.Where(row => row.Paper.Level == level)]))];

    private static ImmutableArray<ComparedNetwork> FrontOf(IEnumerable<ComparedNetwork> rows) => ParetoFront.Of(
        [.. rows.Where(row => row.Paper.Top1ErrorPercent is not null)], row => row.ImagesPerSecond!.Value, row => row.Paper.Top1ErrorPercent!.Value);
}

/// <summary>A printed row of a group, or one column of it, beside what was measured.</summary>
/// <param name="Measured">Null where the run has it not.</param>
public sealed record ComparedNetwork(PaperRow Row, NetworkCase Case, PrintedFigures Paper, MeasuredNetwork? Measured)
{
    /// <summary>Null without a measured time.</summary>
    public double? ImagesPerSecond => Measured?.ImagesPerSecond;
}

/// <summary>How many times as fast a network is as the one that its part of the table is compared with.</summary>
/// <param name="Measured">Null where one of the two has no time.</param>
/// <param name="Phone">On the paper's phone.</param>
/// <param name="Gpu">On the paper's GPU.</param>
/// <param name="FewerMultiplyAdds">How many times as many multiply-adds the other has, as counted here: the speed-up that they promise.</param>
public sealed record RelativeSpeed(
    ComparedNetwork Network, ComparedNetwork Baseline, double? Measured, double? Phone, double? Gpu, double? FewerMultiplyAdds)
{
    /// <param name="baseline">The printed model that others are compared with, in the same block and at the same level.</param>
    /// <returns>Row by row in the paper's order, the baselines left out.</returns>
    public static ImmutableArray<RelativeSpeed> Of(GroupComparison comparison, string baseline) =>
    [
        .. from row in comparison.Rows
           where row.Paper.Model != baseline
           from other in comparison.Rows
           where other.Paper.Model == baseline && other.Paper.Block == row.Paper.Block && other.Paper.Level == row.Paper.Level
           select new RelativeSpeed(
               row,
               other,
               row.ImagesPerSecond / other.ImagesPerSecond,
               row.Paper.PhoneImagesPerSecond / other.Paper.PhoneImagesPerSecond,
               row.Paper.GpuPerSecond / other.Paper.GpuPerSecond,
               (double?)other.Measured?.Cell.MultiplyAdds / row.Measured?.Cell.MultiplyAdds),
    ];
}
