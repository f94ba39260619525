using System.Collections.Immutable;
using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>What a forward pass is charged for.</summary>
public enum CostTerm
{
    /// <summary>The pass itself, once.</summary>
    Pass,

    /// <summary>Multiply-adds of convolutions that are matrix products: pointwise, grouped and k x k.</summary>
    MultiplyAdds,

    /// <summary>Bytes that these convolutions read and write, weights included.</summary>
    ProductBytes,

    /// <summary>
    /// Bytes of operators that do little with each element but load it: depthwise convolutions, pooling, means, fully
    /// connected layers, and element-wise operators over the scattered channels of a concatenation. Their multiply-adds are
    /// not charged.
    /// </summary>
    StreamedBytes,

    /// <summary>Bytes of element-wise operators: those that run on their own, and what a sum in a convolution's epilogue reads.</summary>
    ElementwiseBytes,

    /// <summary>Operators started.</summary>
    Operators,
}

/// <summary>The terms of the cost model and what they are counted in.</summary>
public static class CostTerms
{
    /// <summary>In the order of columns, coefficients and shares.</summary>
    public static ImmutableArray<CostTerm> All { get; } = [.. Enum.GetValues<CostTerm>()];

    /// <summary>The name in answers of <c>predict --format json</c>.</summary>
    public static string Label(this CostTerm term) => term switch
    {
        CostTerm.Pass => "pass",
        CostTerm.MultiplyAdds => "multiplyAdds",
        CostTerm.ProductBytes => "productBytes",
        CostTerm.StreamedBytes => "streamedBytes",
        CostTerm.ElementwiseBytes => "elementwiseBytes",
        CostTerm.Operators => "operators",
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    /// <summary>For readers.</summary>
    public static string Name(this CostTerm term) => term switch
    {
        CostTerm.Pass => "the pass itself",
        CostTerm.MultiplyAdds => "multiply-adds of matrix products",
        CostTerm.ProductBytes => "bytes of matrix products",
        CostTerm.StreamedBytes => "bytes of depthwise convolutions, pooling and fully connected layers",
        CostTerm.ElementwiseBytes => "bytes of element-wise operators",
        CostTerm.Operators => "operators started",
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    /// <summary>What one coefficient is the price of.</summary>
    public static string Unit(this CostTerm term) => term switch
    {
        CostTerm.Pass => "pass",
        CostTerm.MultiplyAdds => "multiply-add",
        CostTerm.Operators => "operator",
        _ => "byte",
    };
}

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
