using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Paper;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Networks;

public sealed class OperatorSharesTests
{
    /// <summary>30 + 20 of 80 ns are convolutions; a class of no known name is other.</summary>
    [Fact]
    public void Shares_are_of_the_sum_of_the_operators()
    {
        OperatorShares shares = OperatorShares.Of(Split(("conv", 30), ("shuffle", 10), ("conv", 20), ("element-wise", 16), ("data", 0), ("other", 2), ("<b>", 2)))!;

        Assert.Equal([62.5, 0, 20, 12.5, 5], shares.Percent);
        Assert.Equal(20, shares[OperatorClass.Elementwise]);
    }

    [Fact]
    public void Without_times_there_is_no_split()
    {
        Assert.Null(OperatorShares.Of(Split()));
        Assert.Null(OperatorShares.Of(Split(("conv", 0))));
        Assert.Null(OperatorShares.Of(Split() with { Operators = null }));
    }

    /// <summary>Fig. 2 prints no shuffle for MobileNet v2.</summary>
    [Fact]
    public void Printed_shares_are_the_papers() =>
        Assert.Equal([54, 22, 23, 0, 1], OperatorShares.Of(PaperTables.Figure2.Rows[1]).Percent);

    private static CellResult Split(params (string Class, double Ns)[] parts) =>
        NetworkCells.Cell("alexnet", 1) with { Operators = [.. parts.Select(part => new OperatorTime("name", part.Class, part.Ns, 0, 0))] };
}
