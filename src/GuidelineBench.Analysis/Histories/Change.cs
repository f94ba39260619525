namespace GuidelineBench.Analysis.Histories;

/// <summary>A row's step to another level.</summary>
/// <param name="Before">Index of the last run before the step that has the row.</param>
/// <param name="After">Index of the first run after it that has the row.</param>
/// <param name="TimeRatio">Median time per multiply-add of the level after over that of the level before; above 1 is slower.</param>
/// <param name="PercentBefore">Median percent of the runs' own multiply-add ceilings before; null where a level has none.</param>
/// <param name="PercentAfter">The same after.</param>
public sealed record Change(int Before, int After, double TimeRatio, double? PercentBefore, double? PercentAfter)
{
    /// <summary>The part of a step that must be left in percent of the ceiling for it to be the row's own.</summary>
    private const double OwnPart = 1.0 / 3;

    /// <summary>
    /// Whether the runs' own ceilings stepped with the row, so that the machine got slower or faster and not the row; null
    /// where there are no ceilings.
    /// </summary>
    public bool? CeilingMoved => PercentBefore is { } before && PercentAfter is { } after
        ? Math.Log(before / after) * Math.Sign(Math.Log(TimeRatio)) < OwnPart * Math.Abs(Math.Log(TimeRatio))
        : null;
}
