using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Execution.Tests.Verification;

public sealed class RelativeErrorTests
{
    [Fact]
    public void LargestDifferenceOverLargestReference() => Assert.Equal(0.25, Of((1, 1.5), (-3, -4), (0, 0)));

    [Fact]
    public void NothingComparedIsNoError() => Assert.Equal(0, Of());

    [Fact]
    public void ZeroAgainstZeroIsNoError() => Assert.Equal(0, Of((0, 0)));

    [Fact]
    public void SomethingAgainstZeroIsInfinite() => Assert.Equal(double.PositiveInfinity, Of((1e-30f, 0)));

    [Theory]
    [InlineData(float.NaN, 1)]
    [InlineData(float.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(float.NaN, double.NaN)]
    [InlineData(1, double.NaN)]
    public void WhatIsNotFiniteIsInfinite(float ours, double reference) =>
        Assert.Equal(double.PositiveInfinity, Of((2, 2), (ours, reference), (1, 1)));

    private static double Of(params (float Ours, double Reference)[] values)
    {
        var error = new RelativeError();
        foreach ((float ours, double reference) in values)
            error.Add(ours, reference);
        return error.Value;
    }
}
