using System.Collections.Immutable;
using GuidelineBench.Core.Results;
using GuidelineBench.Core.Statistics;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>The times of one group's rows in two sets of runs, split into what all rows did and what each did beside the others.</summary>
internal sealed class RunComparison
{
    private readonly DeviceRows group;
    private readonly ImmutableArray<CellKey> rows;
    private readonly bool isCommonRemoved;
    private readonly double[] changes;
    private readonly RowSpreads spreads;
    private readonly double? runChange;
    private readonly double runDeviation, runDegrees, leastRunAlarm, leastRowAlarm;

    private RunComparison(
        DeviceRows group, ImmutableArray<CellKey> rows, IReadOnlyList<RunTimes> before, IReadOnlyList<RunTimes> after, bool sameMachine)
    {
        this.group = group;
        this.rows = rows;
        isCommonRemoved = rows.Length >= NoiseModel.FewestRowsForRun;
        double[][] timesBefore = [.. before.Select(Logarithms)], timesAfter = [.. after.Select(Logarithms)];
        double[] first = timesBefore[0];
        double[] commonBefore = [.. timesBefore.Select(run => Common(run, first))], commonAfter = [.. timesAfter.Select(run => Common(run, first))];
        // A ceiling that one run lacks is used for none.
        bool hasCeilings = before.Concat(after).All(run => run.LogFma(group) is not null);
        double[] unitsBefore = [.. before.Select(Unit)], unitsAfter = [.. after.Select(Unit)];

        double[][] ownBefore = Without(timesBefore, isCommonRemoved ? commonBefore : Negative(unitsBefore));
        double[][] ownAfter = Without(timesAfter, isCommonRemoved ? commonAfter : Negative(unitsAfter));
        changes = [.. rows.Select((_, row) => Middle(ownAfter, row) - Middle(ownBefore, row))];
        // The factors are medians over rows of single runs; over several runs they can be off by a little.
        double rest = isCommonRemoved ? Medians.Median(changes) : 0;
        changes = [.. changes.Select(change => change - rest)];
        double[] gaps = [.. rows.Select(Gap)];
        double disturbance = before.Concat(after).Max(run => Disturbance(run, rows));
        leastRowAlarm = LeastRowAlarm(after.Count, after.Min(run => rows.Min(row => RoundsOf(run.Times[row]))), disturbance);
        spreads = RowSpreads.Of(ownBefore, ownAfter, changes, gaps, isCommonRemoved);

        double[] runsBefore = [.. commonBefore.Zip(unitsBefore, (common, unit) => common + unit)];
        double[] runsAfter = [.. commonAfter.Zip(unitsAfter, (common, unit) => common + unit)];
        runChange = hasCeilings || sameMachine ? Medians.Median(runsAfter) - Medians.Median(runsBefore) + rest : null;
        int degrees = runsBefore.Length + runsAfter.Length - 2;
        bool isCalibrated = degrees >= NoiseModel.CalibratedDegrees;
        double spread = isCalibrated ? Math.Sqrt((RowSpreads.SquaredDeviations(runsBefore) + RowSpreads.SquaredDeviations(runsAfter)) / degrees) : 0;
        runDeviation = Math.Max(
            Medians.Median(gaps),
            Math.Max(spread, NoiseModel.LeastSpread) * Math.Sqrt(RowSpreads.Share(runsBefore.Length, runsAfter.Length)));
        runDegrees = isCalibrated ? degrees : NoiseModel.PriorDegrees;
        leastRunAlarm = Math.Max(NoiseModel.HiddenDisturbance * disturbance, isCalibrated ? 0 : NoiseModel.UnseenRunShift);

        double[] Logarithms(RunTimes run) => [.. rows.Select(row => Math.Log(run.Times[row].Ns))];
        double Unit(RunTimes run) => sameMachine || !hasCeilings ? 0 : run.LogFma(group)!.Value;
        double Gap(CellKey row) => Math.Sqrt(
            before.Where(run => run.Times[row].Rounds > 1).Average(run => Square(run.Times[row].Gap)) / before.Count +
            after.Average(run => Square(run.Times[row].Gap)) / after.Count);
    }

    /// <param name="rows">With a time in every file.</param>
    /// <returns>Null where the rows are too few to show what the run did, and a ceiling to compare with is missing.</returns>
    public static RunComparison? Of(
        DeviceRows group, ImmutableArray<CellKey> rows, IReadOnlyList<RunTimes> before, IReadOnlyList<RunTimes> after, bool sameMachine)
    {
        // A run of a calibration that lacks a row is worth less than the row.
        RunTimes[] whole = [.. before.Where(run => rows.All(run.Times.ContainsKey))];
        bool hasCeilings = whole.Concat(after).All(run => run.LogFma(group) is not null);
        return rows.Length < NoiseModel.FewestRowsForRun && !hasCeilings && !sameMachine
            ? null
            : new RunComparison(group, rows, whole, after, sameMachine);
    }

    /// <summary>Steps 4 to 6 of docs/check.md.</summary>
    public IEnumerable<(CellKey Row, (ChangeVerdict, TimeChange) Time)> JudgeRows(int judgements, GateTerms terms) =>
        rows.Select((row, index) => (row, isCommonRemoved
            ? ChangeJudgement.Of(changes[index], spreads.Deviations[index], spreads.Degrees, judgements, terms, leastRowAlarm)
            : ChangeJudgement.Of(
                changes[index],
                Math.Max(spreads.Deviations[index], runDeviation),
                Math.Min(spreads.Degrees, runDegrees),
                judgements,
                terms,
                leastRunAlarm)));

    /// <summary>Step 7 of docs/check.md.</summary>
    /// <returns>Null where the rows are too few; each then holds the change of the run.</returns>
    public GroupJudgement? JudgeRun(int judgements, GateTerms terms)
    {
        if (!isCommonRemoved)
            return null;
        if (runChange is not { } change)
            return new GroupJudgement(group, rows.Length, ChangeVerdict.CannotTell, ChangeReason.NoCeiling, null);
        (ChangeVerdict verdict, TimeChange result) = ChangeJudgement.Of(change, runDeviation, runDegrees, judgements, terms, leastRunAlarm);
        return new GroupJudgement(group, rows.Length, verdict, ChangeReason.Measured, result);
    }

    /// <summary>A disturbance that lasts a whole short run, or that is as large as those in it, is seen by further runs only.</summary>
    /// <param name="rounds">Of the shortest run.</param>
    /// <param name="disturbance">Of the most disturbed run.</param>
    public static double LeastRowAlarm(int newRuns, int rounds, double disturbance) => Math.Max(
        newRuns == 1 && rounds < NoiseModel.RoundsOfOneRun ? NoiseModel.UnseenRunShift : 0,
        newRuns < 3 ? NoiseModel.HiddenDisturbance * disturbance : disturbance);

    /// <summary>Blocks are spread over the whole run and hold its quiet moments, however few they are.</summary>
    public static int RoundsOf(FloorTime time) => time.IsByBlocks ? Math.Max(time.Rounds, NoiseModel.RoundsOfOneRun) : time.Rounds;

    /// <summary>How far the usual round of a run lies above the fastest.</summary>
    public static double Disturbance(RunTimes run, IEnumerable<CellKey> rows) => Medians.Median([.. rows.Select(row => run.Times[row].MedianGap)]);

    /// <returns>By run, then by row: logarithms of times, what the run did as a whole taken out where the rows are enough to show it.</returns>
    public static double[][] BesideTheOthers(DeviceRows group, IReadOnlyList<CellKey> rows, IReadOnlyList<RunTimes> runs)
    {
        double[][] times = [.. runs.Select(run => rows.Select(row => Math.Log(run.Times[row].Ns)).ToArray())];
        return Without(times, [.. times.Select((run, index) =>
            rows.Count >= NoiseModel.FewestRowsForRun ? Common(run, times[0]) : -(runs[index].LogFma(group) ?? 0))]);
    }

    private static double Common(double[] run, double[] first) => Medians.Median([.. run.Zip(first, (time, other) => time - other)]);

    private static double[][] Without(double[][] runs, double[] factors) =>
        [.. runs.Zip(factors, (run, factor) => run.Select(time => time - factor).ToArray())];

    private static double Middle(double[][] runs, int row) => Medians.Median([.. runs.Select(run => run[row])]);

    private static double[] Negative(double[] values) => [.. values.Select(value => -value)];

    private static double Square(double value) => value * value;
}
