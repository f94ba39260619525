using System.Collections.Immutable;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Checks;

/// <summary>Result files with twelve rows of fifteen equal rounds.</summary>
internal static class SampleRuns
{
    private const int Rows = 12, Rounds = 15;

    /// <param name="changed">By row, what takes its place.</param>
    public static ResultFile Run(Func<int, CellResult, CellResult?>? changed = null, int rounds = Rounds) =>
        Cells.File([.. Enumerable.Range(0, Rows).Select(row => changed is null ? Cell(row, rounds) : changed(row, Cell(row, rounds))).OfType<CellResult>()]) with
        {
            Command = "./run.sh run --tables 1 --quick",
            Rounds = rounds,
            Ceilings = [new Ceiling("simd", 1, 100, ImmutableSortedDictionary<string, double>.Empty, null)],
        };

    /// <summary>The rows of Table 1, its scales one after the other.</summary>
    private static CellResult Cell(int row, int rounds) => Times(
        Cells.Cell(new[] { "1:1", "1:2", "1:6", "1:12" }[row % 4], 1_000_000) with
        {
            Scale = new[] { "x1", "x2", "x4" }[row / 4],
            Execution = "layer",
            Math = "fp32",
            Plan = "10*(a)",
            Launches = 10,
            AllocatedBytes = 0,
        },
        1e6 * (1 + row),
        rounds);

    public static CellResult Times(CellResult cell, double ns, int rounds = Rounds) => cell with
    {
        Rounds = [.. Enumerable.Repeat(ImmutableArray.Create(ns), rounds)],
        MedianNs = ns,
    };

    /// <summary>One of each kind: slower, faster, a fact, another plan, no time, missing, and rounds that do not agree.</summary>
    public static ResultFile Mixed { get; } = Run((row, cell) => row switch
    {
        0 => Times(cell, 1.2e6),
        1 => Times(cell, 1.6e6),
        2 => cell with { Launches = 12, Plan = "9*(b)" },
        3 => cell with { Rounds = [], MedianNs = null, Skipped = "its output is wrong: 100 % | <b>" },
        4 => null,
        5 => cell with { Rounds = [.. Enumerable.Range(0, Rounds).Select(round => ImmutableArray.Create(6e6 * (1 + 0.02 * round * round)))] },
        _ => cell,
    });
}
