using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Comparisons;

/// <summary>The end of a sustained run beside its beginning.</summary>
/// <param name="Cells">Those with both times.</param>
/// <param name="MedianRatio">Median of the cells' ratios: above 1 the machine became slower.</param>
public sealed record SustainedComparison(SustainedRun Run, ImmutableArray<SustainedCell> Cells, double MedianRatio)
{
    /// <returns>Null for a run that was not sustained, or has no cell with both times.</returns>
    public static SustainedComparison? Of(ResultFile file)
    {
        ImmutableArray<SustainedCell> cells = [.. file.Cells
            .Where(cell => cell is { Skipped: null, Sustained: not null })
            .Select(cell => new SustainedCell(cell, cell.Sustained!))];
        return file.Sustained is { } run && !cells.IsEmpty
            ? new SustainedComparison(run, cells, Medians.Median([.. cells.Select(cell => cell.Ratio)]))
            : null;
    }
}

/// <summary>A cell at the beginning and at the end of a sustained run.</summary>
public sealed record SustainedCell(CellResult Cell, SustainedTimes Times)
{
    /// <summary>Time at the end over time at the beginning: above 1 the cell became slower.</summary>
    public double Ratio => Times.LastNs / Times.FirstNs;
}
