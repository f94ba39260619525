namespace GuidelineBench.Reporting.Charts;

/// <param name="Size">1, 2 or 4: the scale, drawn as the size of the mark.</param>
/// <param name="Text">The exact values for a reader who points at it.</param>
public sealed record ScatterPoint(double X, double Y, int Size, string Text);
