using GuidelineBench.Analysis.Regressions;

namespace GuidelineBench.Analysis.Simulations.Tests.Regressions;

/// <summary>The gate on machines whose noise and whose true changes are known. Seeded: a result is the same every time.</summary>
public class GateSimulations(ITestOutputHelper output)
{
    private const int Trials = 300;

    /// <summary>Machine, rounds, runs of the calibration, new runs.</summary>
    public static TheoryData<string, int, int, int> Uses =>
    [
        .. TestPart.Of(
            [
                ("quiet", 15, 0, 1),
                ("quiet", 5, 5, 3),
                ("shared", 15, 0, 1),
                ("shared", 15, 5, 1),
                ("shared", 15, 5, 3),
                ("shared", 5, 0, 1),
                ("shared", 5, 5, 1),
                ("shared", 5, 5, 3),
                ("busy", 15, 5, 1),
                ("busy", 5, 5, 3),
            ],
            ((string Machine, int Rounds, int Calibrations, int NewRuns) use) => use.Machine),
    ];

    [Theory]
    [MemberData(nameof(Uses))]
    public void Without_a_change_one_judgement_in_a_hundred_is_an_alarm_at_most(string machine, int rounds, int calibrations, int newRuns)
    {
        GateJudgement[] judgements = [.. Of(machine, rounds, calibrations, newRuns).Repeat(Trials, seed: 1)];
        int alarms = judgements.Count(judgement => judgement.Regressed);
        Say($"alarms {Part(alarms)}, rows that cannot be told {judgements.Average(judgement => judgement.Rows.Count(row => row.IsOpen)):0.0} of 51, exit 0 {Part(judgements.Count(judgement => !judgement.Regressed && !judgement.IsOpen))}");
        Assert.InRange(alarms, 0, Trials / 100);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_first_row_slower_by_10_percent_is_not_called_the_same_and_no_other_row_is_blamed(string machine, int rounds, int calibrations, int newRuns)
    {
        GateJudgement[] judgements = [.. Of(machine, rounds, calibrations, newRuns).Repeat(Trials, seed: 2, row => row == 0 ? 1.1 : 1)];
        int found = judgements.Count(judgement => judgement.Rows[0].Verdict == ChangeVerdict.Slower);
        int missed = judgements.Count(judgement => judgement.Rows[0].Verdict is ChangeVerdict.Same or ChangeVerdict.Faster);
        int blamed = judgements.Count(judgement => judgement.Rows.Skip(1).Any(row => row.Regressed));
        Say($"found {Part(found)}, called the same {Part(missed)}, another row blamed {Part(blamed)}");
        Assert.InRange(missed, 0, Trials / 20);
        Assert.InRange(blamed, 0, Trials / 100);
    }

    [Theory]
    [InlineData("quiet", 15, 5, 1)]
    [InlineData("quiet", 5, 5, 3)]
    [InlineData("shared", 15, 8, 3)]
    public void A_row_slower_by_10_percent_is_found_where_a_calibrated_gate_has_runs_enough(string machine, int rounds, int calibrations, int newRuns)
    {
        int found = Of(machine, rounds, calibrations, newRuns).Repeat(Trials, seed: 3, row => row == 20 ? 1.1 : 1)
            .Count(judgement => judgement.Rows[20].Verdict == ChangeVerdict.Slower);
        Say($"found {Part(found)}");
        Assert.InRange(found, Trials * 95 / 100, Trials);
    }

    [Theory]
    [InlineData("shared", 15, 5, 1)]
    [InlineData("shared", 5, 5, 3)]
    public void Rows_slower_by_30_percent_are_found_on_a_shared_machine(string machine, int rounds, int calibrations, int newRuns)
    {
        GateJudgement[] judgements = [.. Of(machine, rounds, calibrations, newRuns).Repeat(Trials, seed: 4, row => row % 10 == 0 ? 1.3 : 1)];
        int found = judgements.Sum(judgement => judgement.Rows.Where((row, index) => index % 10 == 0 && row.Verdict == ChangeVerdict.Slower).Count());
        Say($"found {found} of {6 * Trials}");
        Assert.InRange(found, 6 * Trials * 95 / 100, 6 * Trials);
    }

    [Theory]
    [InlineData("quiet", 15, 5, 1)]
    [InlineData("quiet", 5, 5, 3)]
    [InlineData("shared", 15, 5, 1)]
    public void All_rows_slower_by_10_percent_are_not_called_the_same(string machine, int rounds, int calibrations, int newRuns)
    {
        GateJudgement[] judgements = [.. Of(machine, rounds, calibrations, newRuns).Repeat(Trials, seed: 5, _ => 1.1)];
        int missed = judgements.Count(judgement => judgement.Groups[0].Verdict is ChangeVerdict.Same or ChangeVerdict.Faster);
        Say($"called the same {Part(missed)}, found {Part(judgements.Count(judgement => judgement.Groups[0].Verdict == ChangeVerdict.Slower))}");
        Assert.InRange(missed, 0, Trials / 20);
    }

    [Fact]
    public void The_same_seed_gives_the_same_judgements()
    {
        var use = Of("shared", 5, 3, 1);
        Assert.Equal(Changes(use), Changes(use));

        static double[] Changes(Trial use) => [.. use.Repeat(3, seed: 6).SelectMany(judgement => judgement.Rows.Select(row => row.Change!.Value.Ratio))];
    }

    private static Trial Of(string machine, int rounds, int calibrations, int newRuns) => new(
        machine switch { "quiet" => MachineNoise.Quiet, "shared" => MachineNoise.Shared, _ => MachineNoise.Busy }, rounds, calibrations, newRuns);

    private void Say(FormattableString text) => output.WriteLine(FormattableString.Invariant(text));

    private static string Part(int count) => FormattableString.Invariant($"{100.0 * count / Trials:0.0} %");
}
