namespace GuidelineBench.Core.Results;

/// <summary>The largest error of an output that may be timed, and that a later build may have, relative to the largest value.</summary>
public static class OutputTolerance
{
    /// <summary>Sums of products of 24 bits, in any order.</summary>
    public const double Fp32 = 1e-4;

    /// <summary>
    /// Factors with 10 bits of mantissa are off by up to 2^-11 each, twice that where they are cut off; sums of such products stay
    /// within two of these of the largest value.
    /// </summary>
    public const double Tf32 = 2e-3;

    /// <param name="math">As in a cell.</param>
    public static double Of(string? math) => math == CellAxes.Tf32 ? Tf32 : Fp32;
}
