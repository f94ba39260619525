using System.Collections.Immutable;
using GuidelineBench.Analysis.Trust;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Trust;

public sealed class RunGradeTests
{
    private static readonly ImmutableArray<ImmutableArray<double>> Steady = [.. Enumerable.Range(0, 15).Select(round => ImmutableArray.Create(1000.0 + round % 3))];

    private static readonly ResultFile Good = Cells.File([.. new[] { "1:1", "1:2", "1:6", "1:12" }.Select(row => Cells.Cell(row, 1000, [1000]) with { Rounds = Steady })]);

    [Fact]
    public void Nothing_against_it_gives_an_A()
    {
        var grade = RunGrade.Of(Good);

        Assert.Equal(Grade.A, grade.Grade);
        Assert.Empty(grade.Reasons);
    }

    [Fact]
    public void An_incomplete_run_or_one_round_gives_a_D()
    {
        Assert.Equal((Grade.D, GradeReasonKind.Incomplete), First(Good with { Complete = false }));
        Assert.Equal((Grade.D, GradeReasonKind.FewRounds), First(WithRounds(1)));
        Assert.Equal((Grade.D, GradeReasonKind.FewRounds), First(Cells.File()));
    }

    [Fact]
    public void A_quick_run_gives_a_C() => Assert.Equal((Grade.C, GradeReasonKind.FewRounds), First(WithRounds(5)));

    [Theory]
    [InlineData(1, Grade.B)]
    [InlineData(2, Grade.B)]
    [InlineData(3, Grade.C)]
    public void Flags_count(int flags, Grade grade) => Assert.Equal(
        (grade, GradeReasonKind.Flags),
        First(Good with { Conditions = new Core.Results.Conditions { Flags = [.. Enumerable.Range(0, flags).Select(flag => $"flag {flag}")] } }));

    [Theory]
    [InlineData(4000, 3800, Grade.B)]
    [InlineData(4000, 3500, Grade.C)]
    public void A_moving_clock_counts(double first, double last, Grade grade) => Assert.Equal(
        (grade, GradeReasonKind.ClockMoved),
        First(Good with { Conditions = new Core.Results.Conditions { ByRound = [new RoundConditions(first, null), new RoundConditions(last, null)] } }));

    [Theory]
    [InlineData(90, Grade.B)]
    [InlineData(70, Grade.C)]
    public void A_lost_peak_counts(double fmaGflops, Grade grade) => Assert.Equal(
        (grade, GradeReasonKind.PeakLost),
        First(Good with
        {
            Ceilings = [new Ceiling("simd", 1, 100, ImmutableSortedDictionary<string, double>.Empty, null)],
            Conditions = new Core.Results.Conditions { ByRound = [new RoundConditions(null, null, FmaGflops: fmaGflops)] },
        }));

    /// <summary>Rounds that take 1 and 1 + s times as long in turn have an interquartile range of about s.</summary>
    [Theory]
    [InlineData(1, 0.08, Grade.B)]
    [InlineData(4, 0.08, Grade.C)]
    [InlineData(4, 0.30, Grade.D)]
    public void Times_that_move_count_by_how_many_cells_and_how_far(int cells, double spread, Grade grade)
    {
        ImmutableArray<ImmutableArray<double>> moving = [.. Enumerable.Range(0, 15).Select(round => ImmutableArray.Create(1000 * (1 + spread * (round % 2))))];

        Assert.Equal(
            (grade, GradeReasonKind.RoundsSpread),
            First(Good with { Cells = [.. Good.Cells.Select((cell, index) => index < cells ? cell with { Rounds = moving } : cell)] }));
    }

    [Fact]
    public void Cells_without_a_time_or_a_check_count()
    {
        Assert.Equal((Grade.B, GradeReasonKind.Unverified), First(Good with { Cells = Good.Cells.SetItem(0, Good.Cells[0] with { MaxError = null }) }));
        Assert.Equal((Grade.B, GradeReasonKind.Skipped), First(Good with { Cells = Good.Cells.SetItem(0, Skipped(0)) }));
        Assert.Equal((Grade.C, GradeReasonKind.Skipped), First(Good with { Cells = Good.Cells.SetItem(0, Skipped(0)).SetItem(1, Skipped(1)) }));
    }

    private static CellResult Skipped(int index) => Good.Cells[index] with { Rounds = [], MedianNs = null, Skipped = "no memory" };

    private static ResultFile WithRounds(int rounds) => Good with { Cells = [.. Good.Cells.Select(cell => cell with { Rounds = [.. Steady.Take(rounds)] })] };

    private static (Grade Grade, GradeReasonKind Kind) First(ResultFile file)
    {
        var grade = RunGrade.Of(file);
        return (grade.Grade, grade.Reasons[0].Kind);
    }
}
