namespace GuidelineBench.Execution.Verification;

/// <summary>
/// Largest |ours - reference| over largest |reference|, gathered value by value. Relative to the largest value and not
/// to each one: a sum that cancels to nearly nothing is as exact as its terms.
/// </summary>
public sealed class RelativeError
{
    private double largestDifference, largestReference;
    private bool finite = true;

    public void Add(float ours, double reference)
    {
        finite &= float.IsFinite(ours) && double.IsFinite(reference);
        largestDifference = Math.Max(largestDifference, Math.Abs(ours - reference));
        largestReference = Math.Max(largestReference, Math.Abs(reference));
    }

    /// <summary>
    /// Never NaN. Infinite when a value is not finite, and when something differs while the reference is zero everywhere.
    /// </summary>
    public double Value => (finite, largestDifference) switch
    {
        (false, _) => double.PositiveInfinity,
        (true, 0) => 0,
        _ => largestDifference / largestReference,
    };
}
