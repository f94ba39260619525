using GuidelineBench.Analysis.Histories;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Histories;

public sealed class MachineHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_step_tells_its_size_its_place_and_what_differs_beside_it()
    {
        MachineHistory history = Of(20, i => Run(i, ns: i < 12 ? 100 : 110, percent: i < 12 ? 88 : 80) with
        {
            Tool = new ToolInfo("1.0", i < 12 ? "abc" : "def"),
        });

        ChangedRun change = Assert.Single(history.Changes);
        Assert.Equal((11, 12), (change.Before, change.After));
        Assert.Equal([new Difference(DifferenceKind.Commit, "abc", "def")], change.Beside);
        ChangedRow row = Assert.Single(change.Rows);
        Assert.Equal(1.1, row.Change.TimeRatio, 9);
        Assert.Equal((88, 80), (row.Change.PercentBefore, row.Change.PercentAfter));
        Assert.False(row.Change.CeilingMoved);
        Assert.Equal([new Difference(DifferenceKind.Plan, "plan", "other")], Assert.Single(Of(20, i => Run(i, ns: i < 12 ? 100 : 110, plan: i < 12 ? "plan" : "other")).Changes).Rows[0].Beside);
    }

    [Fact]
    public void A_step_that_the_ceiling_makes_too_is_the_machines() =>
        Assert.True(Assert.Single(Of(20, i => Run(i, ns: i < 12 ? 100 : 110, percent: 88)).Changes).Rows[0].Change.CeilingMoved);

    [Fact]
    public void Without_a_ceiling_nobody_knows_whose_step_it_is() =>
        Assert.Null(Assert.Single(Of(20, i => Run(i, ns: i < 12 ? 100 : 110)).Changes).Rows[0].Change.CeilingMoved);

    [Fact]
    public void Runs_are_in_the_order_of_their_dates_however_they_are_given()
    {
        var forwards = MachineHistory.Of([.. Enumerable.Range(0, 20).Select(i => Digest(Run(i, ns: i < 12 ? 100 : 110)))]);
        var backwards = MachineHistory.Of([.. Enumerable.Range(0, 20).Reverse().Select(i => Digest(Run(i, ns: i < 12 ? 100 : 110)))]);

        Assert.Equal(forwards.Runs.Select(run => run.StartedUtc), backwards.Runs.Select(run => run.StartedUtc));
        Assert.Equal(12, Assert.Single(backwards.Changes).After);
    }

    [Fact]
    public void Runs_of_one_date_are_in_the_order_of_their_names()
    {
        ResultFile run = Run(0, ns: 100);

        Assert.Equal(["a", "b", "c"], MachineHistory.Of([Digest(run, "c"), Digest(run, "a"), Digest(run, "b")]).Runs.Select(own => own.Source));
    }

    [Fact]
    public void A_clock_that_was_not_set_is_noticed() =>
        Assert.Equal([true, false], MachineHistory.Of([Digest(Run(0, 100)), Digest(Run(1, 100) with { StartedUtc = DateTimeOffset.UnixEpoch })]).Runs.Select(run => run.HasNoDate));

    [Fact]
    public void Flags_that_differ_in_numbers_alone_are_the_same()
    {
        MachineHistory history = Of(20, i => Run(i, ns: i < 12 ? 100 : 110) with
        {
            Conditions = new Core.Results.Conditions { Flags = [$"The clock varied by {i}.5 %.", .. i < 12 ? Array.Empty<string>() : ["This is a virtual machine."]] },
        });

        Assert.Equal([new Difference(DifferenceKind.Flag, null, "This is a virtual machine.")], Assert.Single(history.Changes).Beside);
    }

    [Fact]
    public void A_run_without_the_row_leaves_a_gap_and_rows_of_other_kernels_stand_apart()
    {
        MachineHistory history = Of(3, i => i == 1 ? Run(i, 100) with { Cells = [Run(i, 100).Cells[0] with { Backend = "onednn_raw" }] } : Run(i, 100));

        Assert.Equal([("simd", 2), ("onednn_raw", 1)], history.Cells.Select(cell => (cell.Key.Backend, cell.Count)));
        Assert.Null(history.Cells[0].Points[1]);
        Assert.False(history.CanChange);
    }

    [Fact]
    public void What_old_files_leave_out_was_layer_by_layer_in_single_precision()
    {
        MachineHistory history = Of(2, i => Run(i, 100) with { Cells = [Run(i, 100).Cells[0] with { Execution = i == 0 ? null : "layer", Math = i == 0 ? null : "fp32" }] });

        Assert.Equal(2, Assert.Single(history.Cells).Count);
    }

    [Fact]
    public void Steps_a_run_or_two_apart_are_one_place()
    {
        // Three rows step at run 12, one at run 13 and one at run 18.
        MachineHistory history = Of(30, i => Run(i, 100) with
        {
            Cells = [.. new[] { 12, 12, 12, 13, 18 }.Select((step, row) => Run(i, i < step ? 100 : 120).Cells[0] with { Row = ExperimentRows[row % 4], Scale = row < 4 ? "x1" : "x2" })],
        });

        Assert.Equal([(18, 1), (12, 4)], history.Changes.Select(change => (change.After, change.Rows.Length)));
    }

    private static readonly string[] ExperimentRows = ["1:1", "1:2", "1:6", "1:12"];

    private static MachineHistory Of(int runs, Func<int, ResultFile> run) => MachineHistory.Of([.. Enumerable.Range(0, runs).Select(i => Digest(run(i)))]);

    private static RunDigest Digest(ResultFile file, string name = "results.json") => RunDigest.Of(name, file, new SharedTexts());

    private static ResultFile Run(int index, double ns, double? percent = null, string plan = "plan") =>
        Cells.File(Cells.Cell("1:12", 1, [ns]) with { PercentOfPeak = percent, Plan = plan }) with { StartedUtc = Start.AddDays(index) };
}
