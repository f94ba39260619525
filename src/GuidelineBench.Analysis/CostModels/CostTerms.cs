using System.Collections.Immutable;

namespace GuidelineBench.Analysis.CostModels;

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
