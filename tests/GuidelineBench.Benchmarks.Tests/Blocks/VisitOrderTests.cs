using GuidelineBench.Benchmarks.Blocks;

namespace GuidelineBench.Benchmarks.Tests.Blocks;

public sealed class VisitOrderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(8, 5)]
    public void Every_pair_of_turns_goes_there_and_back(int cells, int pairs)
    {
        int[] order = [.. VisitOrder.Of(cells, pairs, new Random(3))];

        Assert.Equal(2 * pairs * cells, order.Length);
        foreach (int[] pair in order.Chunk(2 * cells))
        {
            Assert.Equal(Enumerable.Range(0, cells), pair[..cells].Order());
            Assert.Equal(pair[..cells], pair[cells..].Reverse());
        }
    }

    [Fact]
    public void Pairs_come_in_orders_of_their_own() =>
        Assert.True(VisitOrder.Of(4, 50, new Random(5)).Chunk(8).Select(pair => string.Join(' ', pair[..4])).Distinct().Count() > 10);

    [Fact]
    public void No_cell_has_no_turn() => Assert.Empty(VisitOrder.Of(0, 3, new Random(1)));
}
