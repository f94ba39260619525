using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Models;

/// <summary>The measured time of a graph.</summary>
internal static class MeasuredTime
{
    /// <returns>Nanoseconds of the cell with that graph, run as the model's cells were; null where the file has none.</returns>
    public static double? Of(ResultFile file, CostConfiguration configuration, Graph graph) => file.Cells
        .Where(cell => cell.GraphChecksum == graph.Checksum && cell.IsUsualVariant && CostConfiguration.Of(cell) == configuration)
        .Select(cell => ChargedCell.Of(cell)?.Ns)
        .FirstOrDefault(ns => ns is not null);
}
