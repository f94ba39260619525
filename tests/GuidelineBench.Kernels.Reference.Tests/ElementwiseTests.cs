using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference.Tests;

public sealed class ElementwiseTests
{
    [Fact]
    public void ReLUKeepsWhatIsPositive() => Assert.Equal([0, 0, 2.5], ElementwiseActivation.Of(new ReLU(), [-1, 0, 2.5]));

    [Fact]
    public void ReLU6EndsAtSix() => Assert.Equal([0, 2.5, 6, 6], ElementwiseActivation.Of(new ReLU6(), [-1, 2.5, 6, 7]));

    [Fact]
    public void SigmoidIsAHalfAtZeroAndNineTenthsAtTheLogarithmOfNine()
    {
        double[] output = ElementwiseActivation.Of(new Sigmoid(), [0, Math.Log(9), -Math.Log(9), 800, -800]);

        double[] expected = [0.5, 0.9, 0.1, 1, 0];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], output[i], 1e-15);
    }

    [Fact]
    public void HardSwishIsThePointTimesItsHardSigmoid() =>
        Assert.Equal([0, 0, -0.375, 0, 3, 4], ElementwiseActivation.Of(new HardSwish(), [-4, -3, -1.5, 0, 3, 4]));

    [Fact]
    public void SiLUIsThePointTimesItsSigmoid()
    {
        double[] output = ElementwiseActivation.Of(new SiLU(), [0, Math.Log(9), -Math.Log(9), 800, -800]);

        double[] expected = [0, 0.9 * Math.Log(9), -0.1 * Math.Log(9), 800, 0];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], output[i], 1e-14);
    }

    [Fact]
    public void HardSigmoidIsALineFromMinusThreeToThree() =>
        Assert.Equal([0, 0, 0.25, 0.5, 1, 1], ElementwiseActivation.Of(new HardSigmoid(), [-4, -3, -1.5, 0, 3, 4]));

    [Fact]
    public void BatchNormScalesAndShiftsEachChannel() => Assert.Equal([21, -31], ScaleAndShift.Of([10, 10], [2, -3], [1, -1]));

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
