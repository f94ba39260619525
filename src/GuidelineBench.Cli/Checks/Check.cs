using GuidelineBench.Analysis.Regressions;
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
        Judgement judgement = Judge([baseline], now);
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

    /// <summary>Two builds in turns, A B B A, so that a drift of the machine hits both alike.</summary>
    public CheckResult Pair(MeasuringProgram other, string name, MeasuringProgram program, IReadOnlyList<string> arguments, int pairs)
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

        Judgement judgement = Judge(before, after);
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

    private Judgement Judge(IReadOnlyList<ResultFile> before, IReadOnlyList<ResultFile> after)
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
