namespace GuidelineBench.Kernels.Reference.Tests;

public sealed class ElementwiseTests
{
    [Fact]
    public void ReLUKeepsWhatIsPositive() => Assert.Equal([0, 0, 2.5], ElementwiseReLU.Of([-1, 0, 2.5]));

    [Fact]
    public void SumAddsAllOperands() => Assert.Equal([111, 222], ElementwiseSum.Of([1, 2], [10, 20], [100, 200]));

    [Fact]
    public void SumLeavesItsOperandsAlone()
    {
        double[] first = [1];

        ElementwiseSum.Of(first, [2]);

        Assert.Equal([1], first);
    }
}
