using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Analysis.Tests.Networks;

namespace GuidelineBench.Analysis.Tests.Comparisons;

public sealed class NetworkComparisonTests
{
    /// <summary>The machines share a to d and swap b and c; only the first has e, which takes no rank.</summary>
    private static readonly NetworkComparison Comparison = NetworkComparison.Of([
        Run(("a", 50), ("b", 40), ("e", 35), ("c", 30), ("d", 20)), Run(("a", 9), ("b", 6), ("c", 7), ("d", 5)), null]);

    [Fact]
    public void Networks_whose_rank_differs_come_first() =>
        Assert.Equal([("b", true), ("c", true), ("a", false), ("e", false), ("d", false)], Comparison.Rows.Select(row => (row.Name, row.Disagrees)));

    [Fact]
    public void Ranks_are_among_the_networks_that_all_machines_with_networks_have()
    {
        NetworkComparisonRow c = Comparison.Rows[1], e = Comparison.Rows[3];

        Assert.Equal([3, 2, null], c.Ranks);
        Assert.Equal([30, 7, null], c.ImagesPerSecond);
        Assert.Equal([null, null, null], e.Ranks);
        Assert.Equal([35, null, null], e.ImagesPerSecond);
    }

    /// <summary>Four pairs, two of them one place off: 1 - 6 * 2 / (4 * 15).</summary>
    [Fact]
    public void Orders_of_two_machines_are_compared_by_rank_correlation()
    {
        (int one, int other, var correlation) = Assert.Single(Comparison.Agreements);

        Assert.Equal((0, 1, 4), (one, other, correlation.Count));
        Assert.Equal(0.8, correlation.Rho, 12);
    }

    private static NetworkRun Run(params (string Name, double Speed)[] networks) =>
        NetworkCells.Run([.. networks.Select(network => NetworkCells.Cell(network.Name, network.Speed))]);
}
