using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Regressions;

/// <summary>Runs without noise, whose judgements can be worked out by hand.</summary>
internal static class GateRuns
{
    /// <summary>A row of five rounds of the same time.</summary>
    public static CellResult Row(int index, double ns = 1000) => Cells.Cell("1:1", 1_000_000, [ns], [ns], [ns], [ns], [ns]) with
    {
        Experiment = "rows",
        Row = FormattableString.Invariant($"row {index}"),
        GraphChecksum = "aa",
        WeightsChecksum = "bb",
        InputChecksum = "cc",
        Launches = 10,
        AllocatedBytes = 0,
        Plan = "p",
    };

    public static ResultFile Run(params CellResult[] cells) => Cells.File(cells) with
    {
        Ceilings = [new Ceiling("simd", 1, 100, ImmutableSortedDictionary<string, double>.Empty, null)],
    };

    /// <param name="changed">What takes the place of the first row.</param>
    public static ResultFile Rows(int count, Func<CellResult, CellResult>? changed = null) =>
        Run([.. Enumerable.Range(0, count).Select(index => index == 0 && changed is not null ? changed(Row(0)) : Row(index))]);

    /// <summary>All times of a run longer by a factor.</summary>
    public static ResultFile Slower(ResultFile run, double factor) => run with
    {
        Cells = [.. run.Cells.Select(cell => Slower(cell, factor))],
    };

    public static CellResult Slower(CellResult cell, double factor) => cell with
    {
        Rounds = [.. cell.Rounds.Select(round => round.Select(ns => ns * factor).ToImmutableArray())],
    };
}
