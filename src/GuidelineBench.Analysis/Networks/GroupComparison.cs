using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
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
