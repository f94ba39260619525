using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights;

namespace GuidelineBench.Execution.Tests.Weights;

public class BatchNormFoldingTests
{
    /// <summary>Channel 0: s = 3 / sqrt(4) = 1.5. Channel 1: s = -1 / sqrt(0.25) = -2. Each up to eps in the variance.</summary>
    [Fact]
    public void A_batch_norm_becomes_a_factor_and_a_bias()
    {
        LayerParameters folded = BatchNormFolding.Fold(
            [1, 2, 3, 4], scale: [3, -1], shift: [0.5f, 7], mean: [10, -1], variance: [4, 0.25f]);

        Assert.Equal([1.5, 3, -6, -8], folded.Weights.Select(weight => (double)weight), Close);
        Assert.Equal([0.5 - 15, 7 - 2], folded.Bias.Select(bias => (double)bias), Close);

        static bool Close(double a, double b) => Math.Abs(a - b) < 1e-3;
    }

    /// <summary>With a variance of 0 only eps = 1e-5 is under the root: s = 1 / sqrt(1e-5) = 316.2278.</summary>
    [Fact]
    public void Eps_is_that_of_PyTorch() =>
        Assert.Equal(316.2278, BatchNormFolding.Fold([1], [1], [0], [0], [0]).Weights[0], 1e-4);
}
