namespace GuidelineBench.Analysis.Statistics;

/// <summary>An interval that covers the true median with at least the given probability.</summary>
/// <param name="Confidence">Coverage for independent rounds, 0 to 1.</param>
public readonly record struct Interval(double Lower, double Upper, double Confidence)
{
    public bool Overlaps(Interval other) => Lower <= other.Upper && other.Lower <= Upper;
}
