namespace GuidelineBench.Kernels.Simd.Tests.Memory;

/// <summary>Which end of a buffer lies directly at a page that cannot be touched; the other end has one within a page's length.</summary>
public enum GuardSide
{
    Before,
    After,
}
