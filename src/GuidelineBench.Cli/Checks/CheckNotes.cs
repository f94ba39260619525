using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks;

/// <summary>What a reader must know about the files that were compared.</summary>
internal static class CheckNotes
{
    public static IReadOnlyList<string> Of(ResultFile baseline, ResultFile now, GateJudgement judgement)
    {
        var notes = new List<string>();
        if (judgement.Terms.IsInTurns)
            notes.Add($"The two builds took turns pass by pass, in {NumberText.Write(judgement.NewRuns)} {(judgement.NewRuns == 1 ? "start" : "starts")} of both.");
        else if (judgement.BaselineRuns == 1 && judgement.NewRuns == 1)
            notes.Add("The baseline was never calibrated: noise is judged by the rounds of two runs, and more rows than necessary cannot be told; check --calibrate measures it.");
        else if (judgement.BaselineRuns == 1)
            notes.Add("The baseline was never calibrated: check --calibrate measures its noise.");
        if (baseline.Machine.Cpu != now.Machine.Cpu)
            notes.Add($"The processors differ: {baseline.Machine.Cpu} before, {now.Machine.Cpu} now; compared is what does not depend on the clock.");
        if (baseline.Machine.Isa != now.Machine.Isa)
            notes.Add($"The instruction sets differ: {baseline.Machine.Isa} before, {now.Machine.Isa} now; no time is judged.");
        foreach (EngineDescription engine in now.Engines)
            if (baseline.Engines.FirstOrDefault(before => before.Backend == engine.Backend) is { } before && (before.Version, before.Sha256) != (engine.Version, engine.Sha256))
                notes.Add($"The engines differ: {before.Name} {before.Version} before, {engine.Version} now{(before.Version == engine.Version ? ", from another library" : "")}; what its rows change is the engine's.");
        if (judgement.Terms.SameMachine && baseline.Machine.Host != now.Machine.Host)
            notes.Add($"--same-machine is given, and the hosts differ: {baseline.Machine.Host} before, {now.Machine.Host} now.");
        if (!baseline.Complete || !now.Complete)
            notes.Add("A run is not complete; no time is judged.");
        int plans = judgement.Rows.Count(row => row.Facts.Any(fact => fact.Kind == FactKind.Plan));
        if (plans > 0)
            notes.Add($"{NumberText.Write(plans)} of {NumberText.Write(judgement.Rows.Length)} rows have another plan than in the baseline: {Names(judgement.Rows.Where(row => row.Facts.Any(fact => fact.Kind == FactKind.Plan)).Select(row => judgement.Names.Of(row.Cell)))}.");
        if (judgement.LeftOut > 0)
            notes.Add($"{NumberText.Write(judgement.LeftOut)} rows of the baseline were not asked for.");
        if (!judgement.NewCells.IsEmpty)
            notes.Add($"{NumberText.Write(judgement.NewCells.Length)} rows are not in the baseline and not judged: {Names(judgement.NewCells.Select(judgement.Names.Of))}.");
        return notes;
    }

    /// <summary>All of a few, the first of many.</summary>
    private static string Names(IEnumerable<string> names)
    {
        const int Most = 8;
        string[] all = [.. names];
        return string.Join(", ", all.Take(Most)) + (all.Length > Most ? ", ..." : "");
    }
}
