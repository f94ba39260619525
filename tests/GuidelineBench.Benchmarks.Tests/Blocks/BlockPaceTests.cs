using GuidelineBench.Benchmarks.Blocks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Blocks;

public sealed class BlockPaceTests
{
    [Fact]
    public void The_time_is_divided_into_blocks_of_several_visits() =>
        Assert.Equal(3, new BlockPace().Visits(done: 0, secondsLeft: 16 * 3 * 3.2, first: 3, further: 3));

    [Fact]
    public void Where_little_is_open_the_time_goes_there() =>
        Assert.Equal(1 + 6, new BlockPace().Visits(done: 0, secondsLeft: 16 * 3 * 3.2, first: 3, further: 1));

    [Fact]
    public void What_a_block_takes_beside_its_visits_counts()
    {
        var pace = new BlockPace();
        pace.Took(planned: 2, seconds: 6, preparing: 4);

        Assert.Equal(1, pace.Visits(done: 8, secondsLeft: 8 * 8, first: 1, further: 1));
    }

    [Fact]
    public void There_is_no_block_without_time_for_a_visit() => Assert.Equal(0, new BlockPace().Visits(done: 5, secondsLeft: 3, first: 3, further: 3));

    [Fact]
    public void After_the_last_look_there_is_none() =>
        Assert.Equal(0, new BlockPace().Visits(BlockLooks.MostBlocks, secondsLeft: 1000, first: 1, further: 1));
}
