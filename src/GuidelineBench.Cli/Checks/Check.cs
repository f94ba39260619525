using System.Diagnostics;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Checks.Turns;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks;

/// <summary>Measures what the gate needs, and has it judged.</summary>
internal sealed class Check(GateTerms terms, Terminal terminal)
{
    /// <summary>Two files as they are, or one file against several runs of it.</summary>
    public CheckResult Compare(ResultFile baseline, string name, IReadOnlyList<ResultFile> now)
    {
        GateJudgement judgement = Judge([baseline], now, terms);
        return new CheckResult(judgement, name, CheckNotes.Of(baseline, now[0], judgement));
    }

    /// <summary>
    /// Measures until every row is the same, up to a number of runs. Only that ends it early: an alarm is raised by all
    /// runs together.
    /// </summary>
    public CheckResult Measure(ResultFile baseline, string name, MeasuringProgram program, IReadOnlyList<string> arguments, int most)
    {
        using var interruption = new Interruption();
        var runs = new List<ResultFile>();
        while (true)
        {
            terminal.Say(FormattableString.Invariant($"run {runs.Count + 1} of up to {most}"));
            runs.Add(program.Measure(arguments, interruption.Token));
            CheckResult result = Compare(baseline, name, runs);
            if (runs.Count == most || result.ExitCode == ExitCode.Done)
                return result;
        }
    }

    public const int DefaultPairs = 4, DefaultStarts = 3;

    /// <summary>Two builds: in turns where both can, else in whole runs.</summary>
    /// <param name="runs">Starts or pairs of runs; null: the usual.</param>
    /// <param name="run">What the options say about the time.</param>
    public CheckResult Pair(MeasuringProgram other, string name, MeasuringProgram program, IReadOnlyList<string> arguments, int? runs, RunSpecification run)
    {
        if (run.IsDecidedByBlocks && other.TakesTurns())
            return TakeTurns(other, name, program, arguments, runs ?? DefaultStarts, run.SamplingTime);
        terminal.Say($"{name} cannot take turns pass by pass, or a fixed plan of rounds is asked for: both builds measure in whole runs");
        return PairRuns(other, name, program, arguments, runs ?? DefaultPairs);
    }

    /// <summary>Two builds that take turns pass by pass, in several starts of both; ends early when every row is decided.</summary>
    /// <param name="time">For all starts.</param>
    private CheckResult TakeTurns(MeasuringProgram other, string name, MeasuringProgram program, IReadOnlyList<string> arguments, int starts, TimeSpan time)
    {
        using var interruption = new Interruption();
        var clock = Stopwatch.StartNew();
        List<ResultFile> before = [], after = [];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-turns-");
        try
        {
            while (true)
            {
                int start = before.Count + 1;
                terminal.Say(FormattableString.Invariant($"start {start} of up to {starts} of both builds, which take turns"));
                TimeSpan begun = clock.Elapsed;
                using var former = new TurnProcess(other, arguments, Path.Combine(folder.FullName, $"before-{start}"), interruption.Token);
                using var later = new TurnProcess(program, arguments, Path.Combine(folder.FullName, $"after-{start}"), interruption.Token);
                TimeSpan preparing = clock.Elapsed - begun, left = (time - clock.Elapsed - (starts - start) * preparing) / (starts - start + 1);
                (ResultFile measuredBefore, ResultFile measuredAfter) = new PairedTurns(former, later, seed: start).Measure(left, interruption.Token);
                before.Add(measuredBefore);
                after.Add(measuredAfter);
                GateJudgement judgement = Judge(before, after, terms with { Looks = starts });
                var result = new CheckResult(judgement, name, CheckNotes.Of(before[0], after[0], judgement));
                if (start == starts || !judgement.IsOpen)
                    return result;
            }
        }
        catch (OperationCanceledException)
        {
            throw new CommandException(ExitCode.Interrupted, "interrupted; nothing is judged");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Two builds in turns, A B B A, so that a drift of the machine hits both alike.</summary>
    public CheckResult PairRuns(MeasuringProgram other, string name, MeasuringProgram program, IReadOnlyList<string> arguments, int pairs)
    {
        using var interruption = new Interruption();
        List<ResultFile> before = [], after = [];
        for (int pair = 1; pair <= pairs; pair++)
        {
            foreach (bool isOther in pair % 2 == 1 ? new[] { true, false } : [false, true])
            {
                terminal.Say(FormattableString.Invariant($"pair {pair} of {pairs}: {(isOther ? name : "this build")}"));
                (isOther ? before : after).Add((isOther ? other : program).Measure(arguments, interruption.Token));
            }
        }

        GateJudgement judgement = Judge(before, after, terms);
        return new CheckResult(judgement, name, CheckNotes.Of(before[0], after[0], judgement));
    }

    /// <returns>The baseline with the new runs as its calibration.</returns>
    public ResultFile Calibrate(ResultFile baseline, MeasuringProgram program, IReadOnlyList<string> arguments, int count)
    {
        using var interruption = new Interruption();
        var runs = new List<ResultFile>();
        for (int run = 1; run <= count; run++)
        {
            terminal.Say(FormattableString.Invariant($"calibration run {run} of {count}"));
            runs.Add(program.Measure(arguments, interruption.Token));
        }

        return Calibration.Of(baseline, runs);
    }

    private static GateJudgement Judge(IReadOnlyList<ResultFile> before, IReadOnlyList<ResultFile> after, GateTerms terms)
    {
        try
        {
            return Gate.Judge(before, after, terms);
        }
        catch (RegressionException error)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
    }
}
