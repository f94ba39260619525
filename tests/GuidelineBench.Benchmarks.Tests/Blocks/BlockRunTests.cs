using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Rounds;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Blocks;

/// <summary>Runs whose claims rest on blocks.</summary>
public sealed class BlockRunTests : RunOfFourCells
{
    private static readonly IReadOnlySet<(string, string)> Nothing = new HashSet<(string, string)>(), Everything = new HashSet<(string, string)> { ("table1", "x1") };

    [Fact]
    public void It_ends_at_the_first_look_that_leaves_nothing_open()
    {
        List<int> looked = [];
        ResultFile file = Run(Request() with { Blocks = new BlockTerms(() => TimeSpan.FromSeconds(8), sofar => Decided(sofar) ? Nothing : Everything) });

        Assert.Equal(BlockLooks.After.Take(2), looked);
        Assert.All(file.Cells, cell => Assert.Equal(BlockLooks.After[1], cell.Blocks.Length));
        Assert.All(file.Cells, cell => Assert.Equal(RunRequest.RoundsBesideBlocks, cell.Rounds.Length));
        Assert.True(file.Complete);

        bool Decided(ResultFile sofar)
        {
            Assert.True(sofar.Complete);
            looked.Add(sofar.Cells[0].Blocks.Length);
            return looked.Count == 2;
        }
    }

    [Fact]
    public void It_ends_when_the_time_is_up()
    {
        int asked = 0;
        ResultFile file = Run(Request() with { Blocks = new BlockTerms(() => ++asked < 40 ? TimeSpan.FromSeconds(8) : TimeSpan.Zero, _ => Everything) });

        Assert.True(file.Complete);
        Assert.InRange(file.Cells[0].Blocks.Length, 1, BlockLooks.MostBlocks - 1);
        Assert.Equal(RunRequest.RoundsBesideBlocks, file.Cells[0].Rounds.Length);
    }

    [Fact]
    public void An_interrupted_run_goes_on_with_its_blocks()
    {
        using var cancellation = new CancellationTokenSource();
        var blocks = new BlockTerms(() => TimeSpan.FromSeconds(8), file => file.Cells[0].Blocks.Length == BlockLooks.After[1] ? Nothing : Everything);
        var interrupted = new Recorder { OnVisited = block => { if (block == 4) cancellation.Cancel(); } };
        Assert.Throws<OperationCanceledException>(() => MeasurementRun.Run(Request() with { Blocks = blocks }, interrupted, cancellation.Token));
        ResultFile stored = Stored();
        int kept = stored.Cells[0].Blocks.Length;
        Assert.InRange(kept, 1, 3);

        var resumed = new Recorder();
        ResultFile file = Run(Request() with { Blocks = blocks, Resume = stored }, resumed);

        Assert.Equal(Enumerable.Range(kept + 1, BlockLooks.After[1] - kept), resumed.Blocks);
        Assert.All(file.Cells, cell => Assert.Equal(BlockLooks.After[1], cell.Blocks.Length));
        Assert.Equal(stored.Cells[0].Blocks, file.Cells[0].Blocks.Take(kept));
    }

    [Fact]
    public void Networks_have_rounds_alone()
    {
        ResultFile file = Run(Request() with
        {
            Networks = [Network("small", "Small")],
            Rounds = 1,
            Blocks = new BlockTerms(() => TimeSpan.FromSeconds(8), _ => Nothing),
        });

        Assert.Empty(file.Cells.Single(cell => cell.Row == "Small").Blocks);
        Assert.All(file.Cells.Where(cell => cell.Row != "Small"), cell => Assert.Equal(BlockLooks.After[0], cell.Blocks.Length));
    }
}
