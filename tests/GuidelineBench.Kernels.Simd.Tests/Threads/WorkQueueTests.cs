using GuidelineBench.Execution.Threads;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Tests.Threads;

public sealed class WorkQueueTests
{
    [Theory]
    [InlineData(1, 1, 98)]
    [InlineData(2, 2, 98)]
    [InlineData(3, 2, 7)]
    [InlineData(5, 5, 3)]
    [InlineData(4, 1, 20)]
    [InlineData(2, 2, 0)]
    public void Every_item_is_done_once_in_every_stage_by_threads_that_take_part(int threads, int useful, int items)
    {
        const int stages = 200;
        int[][] done = [.. Enumerable.Range(0, stages).Select(_ => new int[items])];
        using var pool = new ForkJoinPool(threads, CoreSet.Any);

        pool.Run(new Work(stages, (stage, thread, queue) =>
        {
            foreach ((long first, long end) in queue.Take(items, thread, useful))
            {
                Assert.InRange(thread, 0, useful - 1);
                Assert.InRange(first, 0, end - 1);
                for (long item = first; item < end; item++)
                    Interlocked.Increment(ref done[stage][item]);
            }
        }));

        Assert.All(done, stage => Assert.All(stage, count => Assert.Equal(1, count)));
    }

    [Fact]
    public void A_share_is_taken_by_halves_and_then_the_others()
    {
        var queue = new WorkQueue(2);

        List<(long, long)> taken = [];
        foreach ((long First, long End) range in queue.Take(21, thread: 1, useful: 2))
            taken.Add(range);

        Assert.Equal([(10, 16), (16, 19), (19, 20), (20, 21), (0, 5), (5, 8), (8, 9), (9, 10)], taken);
    }

    /// <summary>The one range that a slow thread holds is all that the others leave to it.</summary>
    [Fact]
    public void What_a_slow_thread_has_not_begun_is_done_by_the_others()
    {
        var queue = new WorkQueue(3);
        WorkRanges slow = queue.Take(300, thread: 1, useful: 3);
        Assert.True(slow.MoveNext());

        long others = 0;
        foreach ((long first, long end) in queue.Take(300, thread: 0, useful: 3))
            others += end - first;

        Assert.Equal((100L, 150L), slow.Current);
        Assert.Equal(250, others);
        Assert.False(slow.MoveNext());
        queue.Refill();
        WorkRanges again = queue.Take(300, thread: 1, useful: 3);
        Assert.True(again.MoveNext());
    }

    private sealed class Work(int stages, Action<int, int, WorkQueue> run) : IParallelWork
    {
        public int Stages => stages;

        public void Run(int stage, int thread, WorkQueue queue) => run(stage, thread, queue);
    }
}
