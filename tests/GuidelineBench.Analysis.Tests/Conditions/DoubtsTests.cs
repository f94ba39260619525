using System.Collections.Immutable;
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

    /// <summary>The ceiling of the run's two threads counts, not that of one; rounds without a peak do not.</summary>
    [Theory]
    [InlineData(192, 0.04)]
    [InlineData(180, 0.10)]
    public void What_the_cores_gave_less_than_their_ceiling_counts_from_a_twentieth_on(double median, double lost)
    {
        ResultFile file = Cells.File(Cells.Cell("1:1", 10, Steady)) with
        {
            Ceilings = [new Ceiling("simd", 1, 110, ImmutableSortedDictionary<string, double>.Empty, null), new Ceiling("simd", 2, 200, ImmutableSortedDictionary<string, double>.Empty, null)],
            Conditions = new Core.Results.Conditions { ByRound = [Peak(199), Peak(null), Peak(median), Peak(50)] },
        };

        Assert.Equal(lost, Doubts.LostPeak(file)!.Value, 1e-12);
        Assert.Equal(lost >= 0.05, Doubts.Of(file).Any(doubt => doubt.Kind == DoubtKind.PeakLost && doubt.Value == Doubts.LostPeak(file)));

        static RoundConditions Peak(double? fmaGflops) => new(null, null, FmaGflops: fmaGflops);
    }

    [Fact]
    public void Without_a_peak_in_the_rounds_nothing_is_known_of_a_loss() => Assert.Null(Doubts.LostPeak(Cells.File(Cells.Cell("1:1", 10, Steady))));

    [Fact]
    public void A_complete_run_of_few_rounds_says_so()
    {
        Doubt doubt = Assert.Single(Doubts.Of(Cells.File(Cells.Cell("1:1", 10, [100]))));

        Assert.Equal((DoubtKind.FewRounds, 1.0), (doubt.Kind, doubt.Value));
    }
}
