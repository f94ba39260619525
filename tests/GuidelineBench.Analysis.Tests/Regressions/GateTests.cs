using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Regressions;

public class GateTests
{
    /// <summary>
    /// Nine rows and the run make ten judgements. Without any noise the least spread of 0.004 holds, sqrt(2) as much for a
    /// difference; tables of Student's t with 4 degrees of freedom have 7.1732 at 0.999 and 2.1318 at 0.95.
    /// </summary>
    [Fact]
    public void Equal_runs_are_the_same_within_the_least_noise()
    {
        GateJudgement judgement = Judge(GateRuns.Rows(9), GateRuns.Rows(9));
        Assert.False(judgement.Regressed);
        Assert.False(judgement.IsOpen);
        TimeChange change = judgement.Rows[4].Change!.Value;
        Assert.Equal(1, change.Ratio, 9);
        // A run of five rounds alarms above 25 % only.
        Assert.Equal(1 / 1.25, change.Lower, 6);
        Assert.Equal(Math.Exp(2.1318 * 0.004 * Math.Sqrt(2)), change.Upper, 5);
    }

    [Fact]
    public void With_rounds_enough_the_alarm_is_set_by_the_noise()
    {
        GateJudgement judgement = Judge(Repeated(GateRuns.Rows(9), 3), Repeated(GateRuns.Rows(9), 3));
        Assert.Equal(Math.Exp(-7.1732 * 0.004 * Math.Sqrt(2)), judgement.Rows[4].Change!.Value.Lower, 5);
    }

    [Theory]
    [InlineData(1.10, ChangeVerdict.Slower)]
    [InlineData(1.02, ChangeVerdict.Same)]
    [InlineData(0.90, ChangeVerdict.Faster)]
    [InlineData(0.98, ChangeVerdict.Same)]
    public void Only_the_first_row_is_named_when_it_alone_changed(double factor, ChangeVerdict verdict)
    {
        GateJudgement judgement = Judge(Repeated(GateRuns.Rows(9), 3), Repeated(GateRuns.Rows(9, row => GateRuns.Slower(row, factor)), 3));
        Assert.Equal(verdict, judgement.Rows[0].Verdict);
        Assert.Equal(factor, judgement.Rows[0].Change!.Value.Ratio, 6);
        Assert.All(judgement.Rows.Skip(1), row => Assert.Equal(ChangeVerdict.Same, row.Verdict));
        Assert.Equal(ChangeVerdict.Same, Assert.Single(judgement.Groups).Verdict);
        Assert.Equal(verdict == ChangeVerdict.Slower, judgement.Regressed);
    }

    [Fact]
    public void A_row_whose_rounds_do_not_agree_cannot_be_told()
    {
        GateJudgement judgement = Judge(
            GateRuns.Rows(9), GateRuns.Rows(9, row => row with { Rounds = [[1000], [1300], [1400], [1500], [1600]] }));
        Assert.Equal((ChangeVerdict.CannotTell, ChangeReason.Measured), (judgement.Rows[0].Verdict, judgement.Rows[0].Reason));
        Assert.True(judgement.IsOpen);
        Assert.False(judgement.Regressed);
    }

    [Fact]
    public void One_short_run_cannot_show_a_slowdown_that_a_disturbance_may_be()
    {
        ResultFile slower = GateRuns.Rows(9, row => GateRuns.Slower(row, 1.15));
        Assert.Equal(ChangeVerdict.CannotTell, Judge(GateRuns.Rows(9), slower).Rows[0].Verdict);
        Assert.Equal(ChangeVerdict.Slower, Gate.Judge([GateRuns.Rows(9)], [slower, slower, slower], new GateTerms()).Rows[0].Verdict);
    }

    [Fact]
    public void A_change_of_all_rows_is_the_runs_and_no_rows()
    {
        GateJudgement judgement = Judge(GateRuns.Rows(9), GateRuns.Slower(GateRuns.Rows(9), 1.5));
        Assert.All(judgement.Rows, row => Assert.Equal(ChangeVerdict.Same, row.Verdict));
        GroupJudgement run = Assert.Single(judgement.Groups);
        Assert.Equal((ChangeVerdict.Slower, 9), (run.Verdict, run.Rows));
        Assert.Equal(1.5, run.Change!.Value.Ratio, 6);
        Assert.True(judgement.Regressed);
    }

    [Fact]
    public void A_slower_machine_is_no_slower_build()
    {
        ResultFile slowMachine = GateRuns.Slower(GateRuns.Rows(9), 1.5);
        slowMachine = slowMachine with { Ceilings = [slowMachine.Ceilings[0] with { FmaGflops = 100 / 1.5 }] };
        Assert.Equal(ChangeVerdict.Same, Judge(GateRuns.Rows(9), slowMachine).Groups[0].Verdict);
        Assert.Equal(ChangeVerdict.Slower, Gate.Judge([GateRuns.Rows(9)], [slowMachine], new GateTerms(SameMachine: true)).Groups[0].Verdict);
    }

    [Fact]
    public void Rows_too_few_for_a_middle_are_compared_with_the_ceiling()
    {
        GateJudgement judgement = Judge(GateRuns.Rows(2), GateRuns.Rows(2, row => GateRuns.Slower(row, 1.5)));
        Assert.Equal([ChangeVerdict.Slower, ChangeVerdict.Same], judgement.Rows.Select(row => row.Verdict));
        Assert.Empty(judgement.Groups);
    }

    [Fact]
    public void Without_a_ceiling_few_rows_cannot_be_told_and_the_run_neither()
    {
        ResultFile none = GateRuns.Rows(2) with { Ceilings = [] };
        Assert.All(Judge(none, none).Rows, row => Assert.Equal((ChangeVerdict.CannotTell, ChangeReason.NoCeiling), (row.Verdict, row.Reason)));
        ResultFile many = GateRuns.Rows(9) with { Ceilings = [] };
        Assert.Equal(ChangeReason.NoCeiling, Assert.Single(Judge(many, many).Groups).Reason);
        Assert.All(Judge(many, many).Rows, row => Assert.Equal(ChangeVerdict.Same, row.Verdict));
    }

    [Theory]
    [InlineData(FactKind.Graph)]
    [InlineData(FactKind.Weights)]
    [InlineData(FactKind.Input)]
    [InlineData(FactKind.MultiplyAdds)]
    [InlineData(FactKind.MemoryAccess)]
    [InlineData(FactKind.Launches)]
    [InlineData(FactKind.AllocatedBytes)]
    [InlineData(FactKind.MaxError)]
    public void A_worse_fact_is_a_regression_of_its_row(FactKind kind)
    {
        GateJudgement judgement = Judge(GateRuns.Rows(9), GateRuns.Rows(9, row => kind switch
        {
            FactKind.Graph => row with { GraphChecksum = "other" },
            FactKind.Weights => row with { WeightsChecksum = "other" },
            FactKind.Input => row with { InputChecksum = "other" },
            FactKind.MultiplyAdds => row with { MultiplyAdds = row.MultiplyAdds + 1 },
            FactKind.MemoryAccess => row with { MemoryAccess = row.MemoryAccess + 1 },
            FactKind.Launches => row with { Launches = row.Launches + 1 },
            FactKind.AllocatedBytes => row with { AllocatedBytes = 1 },
            _ => row with { MaxError = 2e-4 },
        }));
        FactChange fact = Assert.Single(judgement.Rows[0].Facts);
        Assert.Equal((kind, true), (fact.Kind, fact.Regressed));
        Assert.True(judgement.Rows[0].Regressed);
        Assert.All(judgement.Rows.Skip(1), row => Assert.False(row.Regressed));
    }

    [Fact]
    public void A_better_fact_another_plan_and_a_lost_checksum_are_named_only()
    {
        GateJudgement judgement = Judge(GateRuns.Rows(9), GateRuns.Rows(9, row => row with { Launches = 9, Plan = "q", WeightsChecksum = null }));
        Assert.Equal([FactKind.Weights, FactKind.Launches, FactKind.Plan], judgement.Rows[0].Facts.Select(fact => fact.Kind));
        Assert.False(judgement.Regressed);
    }

    [Fact]
    public void A_row_that_is_missing_cannot_be_told_unless_it_was_not_asked_for()
    {
        GateJudgement judgement = Judge(GateRuns.Rows(9), GateRuns.Rows(8));
        Assert.Equal((ChangeVerdict.CannotTell, ChangeReason.Missing), (judgement.Rows[8].Verdict, judgement.Rows[8].Reason));
        Assert.True(judgement.IsOpen);
        GateJudgement part = Gate.Judge([GateRuns.Rows(9)], [GateRuns.Rows(8)], new GateTerms(PartOfBaseline: true));
        Assert.Equal((8, 1, false), (part.Rows.Length, part.LeftOut, part.IsOpen));
    }

    [Fact]
    public void A_row_that_lost_its_time_is_a_regression()
    {
        GateJudgement judgement = Judge(GateRuns.Rows(9), GateRuns.Rows(9, row => row with { Rounds = [], MedianNs = null, Skipped = "its output is wrong" }));
        Assert.Equal((ChangeReason.LostItsTime, "its output is wrong", true), (judgement.Rows[0].Reason, judgement.Rows[0].Skipped, judgement.Rows[0].Regressed));
    }

    [Fact]
    public void A_row_that_the_baseline_has_no_time_of_cannot_be_told_and_is_not_gated()
    {
        GateJudgement judgement = Judge(GateRuns.Rows(9, row => row with { Rounds = [], MedianNs = null, Skipped = "why" }), GateRuns.Rows(9));
        Assert.Equal((ChangeVerdict.CannotTell, ChangeReason.NoTimeInBaseline), (judgement.Rows[0].Verdict, judgement.Rows[0].Reason));
        Assert.False(judgement.Regressed);
        Assert.False(judgement.IsOpen);
    }

    [Fact]
    public void Cells_of_the_new_file_alone_are_listed() =>
        Assert.Equal("row 8", Assert.Single(Judge(GateRuns.Rows(8), GateRuns.Rows(9)).NewCells).Row);

    [Fact]
    public void Single_rounds_incomplete_runs_and_other_instruction_sets_never_give_a_verdict()
    {
        ResultFile single = GateRuns.Run([.. GateRuns.Rows(9).Cells.Select(cell => cell with { Rounds = [[1000]] })]);
        ResultFile open = GateRuns.Rows(9) with { Complete = false };
        ResultFile other = GateRuns.Rows(9) with { Machine = GateRuns.Rows(9).Machine with { Isa = "other" } };
        AssertOpen(Judge(GateRuns.Rows(9), single), ChangeReason.TooFewRounds);
        AssertOpen(Judge(single, GateRuns.Rows(9)), ChangeReason.TooFewRounds);
        AssertOpen(Judge(GateRuns.Rows(9), open), ChangeReason.RunIncomplete);
        AssertOpen(Judge(GateRuns.Rows(9), other), ChangeReason.OtherInstructionSet);
    }

    [Fact]
    public void Files_without_a_row_in_common_are_refused()
    {
        Assert.Throws<RegressionException>(() => Judge(GateRuns.Rows(9), GateRuns.Run(GateRuns.Row(99))));
        Assert.Throws<RegressionException>(() => Judge(GateRuns.Run(), GateRuns.Rows(9)));
    }

    [Fact]
    public void Times_of_another_graph_are_not_compared() =>
        Assert.Equal(ChangeReason.OtherGraph, Judge(GateRuns.Rows(9), GateRuns.Rows(9, row => row with { GraphChecksum = "other" })).Rows[0].Reason);

    /// <summary>A row that moves by 10 % between runs of the calibration may move by as much later.</summary>
    [Fact]
    public void A_calibration_that_shows_a_restless_row_keeps_it_from_an_alarm()
    {
        ResultFile baseline = Repeated(GateRuns.Rows(9), 3), slower = Repeated(GateRuns.Rows(9, row => GateRuns.Slower(row, 1.1)), 3);
        Assert.Equal(ChangeVerdict.Slower, Judge(Calibration.Of(baseline, [baseline, baseline, baseline, baseline]), slower).Rows[0].Verdict);
        Assert.Equal(ChangeVerdict.Same, Judge(Calibration.Of(baseline, [slower, baseline, slower, slower]), slower).Rows[0].Verdict);
    }

    private static void AssertOpen(GateJudgement judgement, ChangeReason reason)
    {
        Assert.All(judgement.Rows, row => Assert.Equal((ChangeVerdict.CannotTell, reason, null), (row.Verdict, row.Reason, row.Change)));
        Assert.Empty(judgement.Groups);
        Assert.True(judgement.IsOpen);
        Assert.False(judgement.Regressed);
    }

    private static GateJudgement Judge(ResultFile baseline, ResultFile now) => Gate.Judge([baseline], [now], new GateTerms());

    private static ResultFile Repeated(ResultFile run, int times) => run with
    {
        Cells = [.. run.Cells.Select(cell => cell with { Rounds = [.. Enumerable.Repeat(cell.Rounds, times).SelectMany(rounds => rounds)] })],
    };
}
