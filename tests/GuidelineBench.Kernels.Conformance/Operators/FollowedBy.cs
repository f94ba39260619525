namespace GuidelineBench.Kernels.Conformance.Operators;

/// <summary>The element-wise operators behind a convolution.</summary>
public enum FollowedBy
{
    Nothing,
    ReLU,
    Sum,
    SumAndReLU,
    SumOfThreeOthers,
}
