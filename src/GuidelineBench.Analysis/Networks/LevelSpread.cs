using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Networks;

/// <summary>How much speed differs at equal multiply-adds: time per multiply-add of the slowest over that of the fastest network of a level.</summary>
/// <param name="Level">10^6 multiply-adds.</param>
/// <param name="Fastest">Most multiply-adds per second.</param>
/// <param name="Slowest">Fewest multiply-adds per second.</param>
public sealed record LevelSpread(int Level, ComparedNetwork Fastest, ComparedNetwork Slowest)
{
    /// <summary>1 or more.</summary>
    public double Ratio => Fastest.Measured!.GigaMultiplyAddsPerSecond!.Value / Slowest.Measured!.GigaMultiplyAddsPerSecond!.Value;

    /// <returns>Levels with two or more networks, rising.</returns>
    public static ImmutableArray<LevelSpread> Of(GroupComparison comparison) =>
    [
        .. from row in comparison.Networks
           where row.Paper.Level is not null
           group row by row.Paper.Level!.Value into level
           where level.Count() > 1
           orderby level.Key
           select new LevelSpread(
               level.Key,
               level.MaxBy(row => row.Measured!.GigaMultiplyAddsPerSecond)!,
               level.MinBy(row => row.Measured!.GigaMultiplyAddsPerSecond)!),
    ];
}
