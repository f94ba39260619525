using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Verdicts;

/// <summary>Runs of Table 1's headline contrast whose ratios are written down.</summary>
internal static class VerdictRuns
{
    /// <summary>15 factors without trend or memory, from 0.99 to 1.01.</summary>
    public static ImmutableArray<double> Steady { get; } = [1, 0.99, 1.01, 0.995, 1.005, 1, 1.008, 0.992, 1.003, 0.997, 1.006, 0.994, 1.001, 1.009, 0.991];

    /// <param name="ratios">Ratio of 1:12 to 1:1 by scale, x1 first; the rounds scatter about it.</param>
    public static ResultFile Of(params double[] ratios) => Of([.. ratios.Select(ratio => Steady.Select(factor => ratio * factor).ToArray())]);

    /// <param name="rounds">By scale, the ratio in each round.</param>
    public static ResultFile Of(double[][] rounds) => Cells.File(
    [
        .. from index in Enumerable.Range(0, rounds.Length)
           from cell in new[]
           {
               Cell("1:1", Scales.All[index], [.. rounds[index].Select(_ => 1000.0)]),
               Cell("1:12", Scales.All[index], [.. rounds[index].Select(ratio => 1000 * ratio)]),
           }
           select cell,
    ]);

    public static CellResult Cell(string row, Scale scale, double[] times) =>
        Cells.Cell(row, 1000, [.. times.Select(time => new[] { time })]) with { Scale = scale.Label() };
}
