namespace GuidelineBench.Analysis.Effects;

/// <summary>Values of a cell's variant that the analysis knows.</summary>
public static class Variants
{
    /// <summary>Element-wise operators run in the convolution before them.</summary>
    public const string Fused = "fused";

    /// <summary>Element-wise operators run on their own.</summary>
    public const string Unfused = "unfused";
}
