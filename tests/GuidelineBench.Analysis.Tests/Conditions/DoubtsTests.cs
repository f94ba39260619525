using GuidelineBench.Analysis.Conditions;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Conditions;

public sealed class DoubtsTests
{
    private static readonly double[][] Steady = [[100], [101], [102], [103], [104]];

    [Fact]
    public void A_steady_verified_complete_run_has_none() =>
        Assert.Empty(Doubts.Of(Cells.File(Cells.Cell("1:1", 10, Steady))));

    [Fact]
    public void Every_kind_is_found_with_its_value_and_cells()
    {
        // Quartiles 100 and 110 around 105.
        CellResult spread = Cells.Cell("1:1", 10, [90], [100], [105], [110], [200]);
        CellResult unverified = Cells.Cell("1:2", 10, Steady) with { MaxError = null };
        CellResult skipped = Cells.Cell("1:6", 10) with { Skipped = "out of memory" };
        ResultFile file = Cells.File(spread, unverified, skipped) with
        {
            Complete = false,
            Conditions = new Core.Results.Conditions
            {
                Flags = ["The load was high."],
                ByRound = [new RoundConditions(4000, null), new RoundConditions(3600, null), new RoundConditions(null, null), new RoundConditions(3800, 60)],
            },
        };

        Assert.Equal(
            [
                (DoubtKind.Incomplete, 5.0, 0),
                (DoubtKind.Flag, null, 0),
                (DoubtKind.ClockMoved, 400.0 / 3800, 0),
                (DoubtKind.RoundsSpread, 10.0 / 105, 1),
                (DoubtKind.Unverified, null, 1),
                (DoubtKind.Skipped, (double?)null, 1),
            ],
            Doubts.Of(file).Select(doubt => (doubt.Kind, doubt.Value, doubt.Cells.Length)));
    }

    [Fact]
    public void A_complete_run_of_few_rounds_says_so()
    {
        Doubt doubt = Assert.Single(Doubts.Of(Cells.File(Cells.Cell("1:1", 10, [100]))));

        Assert.Equal((DoubtKind.FewRounds, 1.0), (doubt.Kind, doubt.Value));
    }
}
