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
