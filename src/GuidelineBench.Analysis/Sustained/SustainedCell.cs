using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Sustained;

/// <summary>A cell at the beginning and at the end of a sustained run.</summary>
public sealed record SustainedCell(CellResult Cell, SustainedTimes Times)
{
    /// <summary>Time at the end over time at the beginning: above 1 the cell became slower.</summary>
    public double Ratio => Times.LastNs / Times.FirstNs;
}
