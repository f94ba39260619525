using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Cells;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>Which rounds make the first and the last minute of a sustained run.</summary>
/// <param name="First">Indices of rounds that started in the first minute.</param>
/// <param name="Last">Indices of rounds that started in the last minute, the last round in any case.</param>
internal sealed record SustainedWindows(ImmutableArray<int> First, ImmutableArray<int> Last)
{
    /// <summary>Length of a window. Short enough for a board to be still cool, long enough for several rounds of a few cells.</summary>
    public const double Seconds = 60;

    /// <param name="starts">Of each round since the first began, ascending, seconds.</param>
    /// <param name="end">Of the last round, seconds.</param>
    public static SustainedWindows Of(IReadOnlyList<double> starts, double end) => new(
        [.. Enumerable.Range(0, starts.Count).Where(round => starts[round] < Seconds)],
        [.. Enumerable.Range(0, starts.Count).Where(round => starts[round] >= Math.Min(end - Seconds, starts[^1]))]);

    /// <returns>Null for a cell without times.</returns>
    public SustainedTimes? Compare(CellResult cell) => cell.Rounds.Length <= Last[^1]
        ? null
        : new SustainedTimes(
            CellNumbers.MedianOfMedians(First.Select(round => cell.Rounds[round])),
            CellNumbers.MedianOfMedians(Last.Select(round => cell.Rounds[round])));
}
