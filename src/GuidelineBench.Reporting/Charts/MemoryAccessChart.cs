using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Chart B: whether time follows memory access, one series per table.</summary>
internal static class MemoryAccessChart
{
    /// <returns>Null when no cell has both ratios.</returns>
    public static ScatterChart? Of(MachineReport machine)
    {
        ExperimentEffects[] tables = [.. Guideline.All.SelectMany(guideline => machine.Effects.Of(guideline))];
        ImmutableArray<ScatterCluster> clusters =
        [
            .. from table in tables
               from cell in table.Cells
               where cell.Row != table.Experiment.Rows[0] && cell is { RelativeToFirst: not null, RelativeMemoryAccess: not null }
               group cell by (table.Experiment, cell.Row) into row
               select new ScatterCluster(
                   ChartSeries.OfTable(row.Key.Experiment.Table),
                   row.Key.Row.Label,
                   [.. row.Select(cell => new ScatterPoint(
                       cell.RelativeMemoryAccess!.Value,
                       cell.RelativeToFirst!.Median,
                       (int)cell.Scale,
                       $"Table {row.Key.Experiment.Table.ToString(System.Globalization.CultureInfo.InvariantCulture)}, {cell.Row.Label} at {cell.Scale.Label()}: memory access {Numbers.Ratio(cell.RelativeMemoryAccess)}, time {Numbers.Estimate(cell.RelativeToFirst)}"))]),
        ];
        return clusters.IsEmpty
            ? null
            : new ScatterChart(
                machine.IdPrefix + "memory-access",
                Finding(clusters),
                "memory access, first row = 1x",
                $"time per multiply-add{Sentences.InExecution(machine)}, first row = 1x",
                [.. clusters.Select(cluster => cluster.Series).Distinct()],
                clusters);
    }

    private static string Finding(ImmutableArray<ScatterCluster> clusters)
    {
        ScatterPoint[] points = [.. clusters.SelectMany(cluster => cluster.Points)];
        ScatterPoint most = points.MaxBy(point => point.X)!;
        return $"The row with most memory access moves {Numbers.Ratio(most.X)} the elements of its first row and takes {Numbers.Ratio(most.Y)} the time per multiply-add";
    }
}
