namespace GuidelineBench.Reporting.Charts;

/// <summary>What tells bars apart without colour.</summary>
public enum BarPattern
{
    Plain,
    Rising,
    Dotted,
    Crossed,
    Level,
}
