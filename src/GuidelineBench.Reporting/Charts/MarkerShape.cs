namespace GuidelineBench.Reporting.Charts;

/// <summary>What tells points apart without colour.</summary>
public enum MarkerShape
{
    Circle,
    Square,
    Triangle,
    Diamond,
    TriangleDown,
    Hexagon,
    Cross,
}
