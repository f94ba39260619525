using System.Collections.Immutable;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Runs;

/// <summary>The last line of a run: Table 1 at three scales.</summary>
public sealed class DecidedLineTests
{
    [Fact]
    public void Nothing_is_added_to_what_was_decided() => Assert.Equal("Decided: 1 of 1 guidelines", Line(ratio: 1, 0.002));

    [Fact]
    public void What_was_not_is_named_with_the_time_that_it_would_take()
    {
        string line = Line(ratio: 1.05, 0.04);

        Assert.StartsWith("Decided: 0 of 1 guidelines; not decided: G1; under the same conditions that would take about ", line, StringComparison.Ordinal);
        Assert.Matches(@"\(--budget \d+m\)$", line);
    }

    /// <summary>All scales together lie within the limits; one of them is noisy, and half of its blocks are no quiet ones.</summary>
    [Fact]
    public void A_scale_that_is_open_by_itself_is_said() => Assert.StartsWith(
        "Decided: 1 of 1 guidelines; decided, but not at every scale by itself: G1; ", Line(ratio: 1, 0.002, 0.002, 0.021), StringComparison.Ordinal);

    /// <param name="ratio">True, of 1:12 against 1:1.</param>
    /// <param name="spread">By which one row is slowed in every other block and the other row in the blocks between; of each scale, or of all.</param>
    private static string Line(double ratio, params double[] spread)
    {
        ImmutableArray<CellResult> cells =
        [
            .. from scale in Scales.All
               from row in new[] { "1:1", "1:12" }
               let noise = spread[Math.Min(scale.Column(), spread.Length - 1)]
               select Cells.Cell(row, 1000) with
               {
                   Scale = scale.Label(),
                   Blocks = [.. Enumerable.Range(0, 8).Select(block => (1e6 + block) * (row == "1:1" ? 1 : ratio) * ((row == "1:1") == (block % 2 == 0) ? 1 : 1 + noise)).Select(ns => new BlockTime(ns, ns, 10))],
               },
        ];
        return DecidedLine.Of(OpenWords.Of(Cells.File([.. cells])), StoredRunTests.Default());
    }
}
