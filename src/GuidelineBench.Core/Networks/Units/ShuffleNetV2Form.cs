namespace GuidelineBench.Core.Networks.Units;

/// <summary>A variant of ShuffleNet v2's unit. The default is the plain one (Fig. 3c and d).</summary>
internal sealed record ShuffleNetV2Form
{
    /// <summary>Whether a basic unit adds its work branch's input to the branch's result (Appendix Fig. 2a).</summary>
    public bool Residual { get; init; }

    /// <summary>
    /// Hidden width of squeeze-and-excitation at the end of the work branch (Appendix Fig. 2b and c) from the unit's width
    /// and the branch's; null for none.
    /// </summary>
    public Func<int, int, int>? SqueezeHidden { get; init; }

    /// <summary>Whether one more depthwise convolution stands before the first pointwise one (v2*, Section 4).</summary>
    public bool EnlargedReceptiveField { get; init; }
}
