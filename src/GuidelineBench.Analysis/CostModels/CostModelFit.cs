using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>Fits a cost model on the guideline cells of a result file.</summary>
/// <remarks>
/// Every equation is divided by its measured time, so that relative errors count and a row that takes 40 times as long does
/// not weigh 1600 times as much. Intervals are of a bootstrap over cells and rounds: a sample draws rounds once for all
/// cells, as the cells of a round share the machine's state, and then cells.
/// </remarks>
public static class CostModelFit
{
    /// <summary>Fewer cells than this are not fitted: six prices need more than as many equations.</summary>
    public const int FewestCells = 12;

    /// <summary>Bootstrap samples; the ends of a 95 % interval then rest on the five outermost values of each side.</summary>
    private const int Samples = 200;

    private const int Seed = 20180730;

    /// <returns>One model for each configuration with enough guideline cells, most cells first.</returns>
    public static ImmutableArray<CostModel> Of(ResultFile file) =>
    [
        .. from cell in file.Cells
           where ChargedCell.IsOfGuidelines(cell)
           let charged = ChargedCell.Of(cell)
           where charged is not null
           group charged by CostConfiguration.Of(charged.Cell) into cells
           where cells.Count() >= FewestCells
           orderby cells.Count() descending
           select Of(cells.Key, [.. cells]),
    ];

    private static CostModel Of(CostConfiguration configuration, ImmutableArray<ChargedCell> cells)
    {
        double[] ns = [.. cells.Select(cell => cell.Ns)];
        double[] prices = Prices(cells, ns);
        ImmutableArray<ImmutableArray<double>> replicates = Bootstrap(cells);
        return new CostModel(
            configuration,
            [
                .. CostTerms.All.Select((term, index) => new Coefficient(
                    term,
                    prices[index],
                    replicates.IsEmpty ? null : CostModel.Percentiles([.. replicates.Select(sample => sample[index])]),
                    cells.Count(cell => cell.Charge.Amounts[index] > 0))),
            ],
            NonNegativeLeastSquares.Solve([.. cells.Select((cell, i) => new[] { cell.Charge.Work / ns[i] })], [.. cells.Select(_ => 1.0)])[0],
            cells,
            replicates);
    }

    private static double[] Prices(IReadOnlyList<ChargedCell> cells, double[] ns) => NonNegativeLeastSquares.Solve(
        [.. cells.Select((cell, i) => cell.Charge.Amounts.Select(amount => amount / ns[i]).ToArray())], [.. cells.Select(_ => 1.0)]);

    /// <returns>Empty under the number of rounds that an interval is given for.</returns>
    private static ImmutableArray<ImmutableArray<double>> Bootstrap(ImmutableArray<ChargedCell> cells)
    {
        int rounds = cells.Min(cell => cell.RoundNs.Length);
        if (rounds < MedianIntervals.FewestValues)
            return [];
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Samples).Select(_ => Sample())];

        ImmutableArray<double> Sample()
        {
            int[] drawnRounds = [.. Enumerable.Range(0, rounds).Select(_ => random.Next(rounds))];
            ChargedCell[] drawn = [.. cells.Select(_ => cells[random.Next(cells.Length)])];
            return [.. Prices(drawn, [.. drawn.Select(cell => Medians.Median([.. drawnRounds.Select(round => cell.RoundNs[round])]))])];
        }
    }
}
