using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Verdicts;

/// <summary>Words of a run that has blocks: Table 1 at three scales.</summary>
public sealed class BlockVerdictTests
{
    [Theory]
    [InlineData(1.00, 1.00, 1.00, Verdict.NoEffect)]
    [InlineData(1.10, 1.12, 1.20, Verdict.Holds)]
    [InlineData(0.90, 0.88, 0.85, Verdict.Reversed)]
    [InlineData(1.05, 1.05, 1.05, Verdict.AtLimit)]
    [InlineData(1.10, 1.00, 0.99, Verdict.DependsOnSize)]
    [InlineData(1.07, 1.05, 0.90, Verdict.DependsOnSize)]
    [InlineData(1.30, 1.05, 1.05, Verdict.Holds)]
    public void Each_word_is_found(double x1, double x2, double x4, Verdict expected)
    {
        ResultFile file = File(spread: 0.002, x1, x2, x4);

        GuidelineVerdict verdict = RunVerdicts.Of(file)[0];
        Assert.Equal(expected, verdict.Verdict);
        Assert.Equal(Math.Cbrt(x1 * x2 * x4), verdict.Effect!.Median, 2);
        Assert.True(OpenWords.Of(file).IsDecided);
    }

    [Fact]
    public void Wide_brackets_leave_it_open_and_say_how_much_longer_it_takes()
    {
        var words = OpenWords.Of(File(spread: 0.04, 1.05, 1.05, 1.05));

        Assert.Equal((false, 1), (words.IsDecided, words.Measured));
        Assert.Equal("G1", Assert.Single(words.Guidelines).Guideline.Id);
        Assert.Equal(Scales.All.Select(scale => ("table1", scale.Label())), words.Scales.Order());
        Assert.True(words.MoreTimes > 2);
    }

    /// <summary>A cell without a time will have none however long the run goes on.</summary>
    [Fact]
    public void What_cannot_be_closed_is_not_waited_for()
    {
        ResultFile file = File(spread: 0.002, 1.0, 1.0, 1.0);
        CellResult lost = file.Cells[1] with { Blocks = [], Rounds = [], MedianNs = null, Skipped = "its output is wrong" };

        Assert.Equal(VerdictReason.Skipped, RunVerdicts.Of(file with { Cells = file.Cells.SetItem(1, lost) })[0].Reason);
        Assert.True(OpenWords.Of(file with { Cells = file.Cells.SetItem(1, lost) }).IsDecided);
    }

    [Fact]
    public void A_run_that_is_not_complete_is_not_judged() =>
        Assert.Equal(VerdictReason.RunIncomplete, RunVerdicts.Of(File(0.002, 1, 1, 1) with { Complete = false })[0].Reason);

    /// <param name="spread">By which one row is slowed in every other block and the other row in the blocks between.</param>
    private static ResultFile File(double spread, params double[] ratios) => Cells.File(
    [
        .. from scale in Scales.All
           from row in new[] { "1:1", "1:12" }
           let ratio = row == "1:1" ? 1 : ratios[scale.Column()]
           select Cells.Cell(row, 1000) with
           {
               Scale = scale.Label(),
               Blocks = [.. Enumerable.Range(0, 8).Select(block => Block(1e6 * ratio * ((row == "1:1") == (block % 2 == 0) ? 1 : 1 + spread)))],
           },
    ]);

    private static BlockTime Block(double ns) => new(ns, ns, 10);
}
