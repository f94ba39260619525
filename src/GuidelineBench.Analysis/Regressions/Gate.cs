using System.Collections.Immutable;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Statistics;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>The regression gate: what changed between two sets of runs of the same cells. Its steps are those of docs/check.md.</summary>
public static class Gate
{
    /// <summary>Rounds that each file needs before its times are judged.</summary>
    public const int FewestRounds = MedianIntervals.FewestValues;

    /// <param name="baseline">One file or more; the first says which rows there are, and brings its calibration.</param>
    /// <param name="now">One file or more.</param>
    /// <exception cref="RegressionException">They have no row in common.</exception>
    public static GateJudgement Judge(IReadOnlyList<ResultFile> baseline, IReadOnlyList<ResultFile> now, GateTerms terms)
    {
        Dictionary<CellKey, CellResult>[] earlier = [.. baseline.Select(ByKey)], later = [.. now.Select(ByKey)];
        HashSet<CellKey> known = [.. baseline[0].Cells.Select(CellKey.Of)];
        if (!known.Any(key => later.Any(run => run.ContainsKey(key))))
            throw new RegressionException("the files have no row in common; a file of the same tables, networks, backend, threads and batch is allowed");
        CellResult[] judged = [.. baseline[0].Cells.Where(cell => !terms.PartOfBaseline || later.Any(run => run.ContainsKey(CellKey.Of(cell))))];

        var reasons = judged.ToDictionary(CellKey.Of, cell => ReasonOf(cell, [.. baseline, .. now], earlier, later));
        Dictionary<CellKey, (ChangeVerdict Verdict, TimeChange Change)> times = [];
        ImmutableArray<GroupJudgement>.Builder groups = ImmutableArray.CreateBuilder<GroupJudgement>();
        RunTimes[] before = [.. baseline.Select(RunTimes.Of), .. baseline[0].Noise.Select(run => RunTimes.Of(baseline[0], run))];
        RunTimes[] after = [.. now.Select(RunTimes.Of)];
        ILookup<DeviceRows, CellKey> timed = judged.Select(CellKey.Of).Where(key => reasons[key] == ChangeReason.Measured).ToLookup(DeviceRows.Of);
        int judgements = timed.Sum(group => group.Count() + 1);
        if (terms.IsInTurns)
            JudgeTurns();
        foreach (IGrouping<DeviceRows, CellKey> group in timed.Where(_ => !terms.IsInTurns))
        {
            var comparison = RunComparison.Of(group.Key, [.. group], before, after, terms.SameMachine);
            if (comparison is null)
            {
                foreach (CellKey key in group)
                    reasons[key] = ChangeReason.NoCeiling;
                continue;
            }

            foreach ((CellKey key, var time) in comparison.JudgeRows(judgements, terms))
                times.Add(key, time);
            if (comparison.JudgeRun(judgements, terms) is { } run)
                groups.Add(run);
        }

        return new GateJudgement(
            terms,
            [.. judged.Select(Row)],
            groups.ToImmutable(),
            [.. now[0].Cells.Where(cell => !known.Contains(CellKey.Of(cell)))],
            baseline[0].Cells.Length - judged.Length,
            before.Length,
            after.Length);

        void JudgeTurns()
        {
            foreach (CellKey key in timed.SelectMany(group => group))
            {
                if (TurnComparison.Of(key, earlier, later, judgements, terms) is { } time)
                    times.Add(key, time);
                else
                    reasons[key] = ChangeReason.TooFewRounds;
            }
        }

        RowJudgement Row(CellResult cell)
        {
            CellKey key = CellKey.Of(cell);
            CellResult[] present = [.. later.Select(run => run.GetValueOrDefault(key)).OfType<CellResult>()];
            bool isTimed = times.TryGetValue(key, out (ChangeVerdict Verdict, TimeChange Change) time);
            return new RowJudgement(
                cell,
                isTimed ? time.Verdict : ChangeVerdict.CannotTell,
                reasons[key],
                isTimed ? time.Change : null,
                [.. present.SelectMany(other => RowFacts.Of(cell, other)).Distinct()],
                present.Select(other => other.Skipped).FirstOrDefault(why => why is not null));
        }
    }

    private static ChangeReason ReasonOf(
        CellResult cell, IReadOnlyList<ResultFile> files, Dictionary<CellKey, CellResult>[] earlier, Dictionary<CellKey, CellResult>[] later)
    {
        CellKey key = CellKey.Of(cell);
        CellResult?[] before = [.. earlier.Select(run => run.GetValueOrDefault(key))];
        CellResult?[] after = [.. later.Select(run => run.GetValueOrDefault(key))];
        if (after.Contains(null))
            return ChangeReason.Missing;
        if (before.Any(other => other is null || !HasTime(other)))
            return ChangeReason.NoTimeInBaseline;
        if (after.Any(other => !HasTime(other!)))
            return ChangeReason.LostItsTime;
        if (after.Any(other => other!.MultiplyAdds != cell.MultiplyAdds || (other.GraphChecksum ?? cell.GraphChecksum) != (cell.GraphChecksum ?? other.GraphChecksum)))
            return ChangeReason.OtherGraph;
        if (files.Any(file => file.Machine.Isa != files[0].Machine.Isa))
            return ChangeReason.OtherInstructionSet;
        if (!files.All(file => file.Complete))
            return ChangeReason.RunIncomplete;
        return before.Concat(after).Any(other => other!.Rounds.Length < FewestRounds && other.Blocks.Length < BlockRatio.FewestBlocks)
            ? ChangeReason.TooFewRounds
            : ChangeReason.Measured;
    }

    private static bool HasTime(CellResult cell) => !cell.Rounds.IsEmpty || !cell.Blocks.IsEmpty;

    private static Dictionary<CellKey, CellResult> ByKey(ResultFile file) => file.Cells.ToDictionary(CellKey.Of);
}
