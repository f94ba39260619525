using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>The price of one unit of a term on the machine that was measured.</summary>
/// <param name="NsPerUnit">Nanoseconds, 0 or more.</param>
/// <param name="Interval">Over bootstrap samples, nanoseconds; null where there were too few cells or rounds.</param>
/// <param name="Cells">Guideline cells that are charged for the term; the price of a term without any is unknown, not zero.</param>
public sealed record Coefficient(CostTerm Term, double NsPerUnit, Interval? Interval, int Cells)
{
    /// <summary>Fewer cells than this say nothing about a term.</summary>
    public const int FewestCells = 4;

    public bool IsKnown => Cells >= FewestCells;
}
