using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Progress;

namespace GuidelineBench.Cli.Runs;

/// <summary>The last line of a run: what was decided, what not, and how much longer that would take.</summary>
internal static class DecidedLine
{
    public static string Of(OpenWords words, RunSpecification run)
    {
        GuidelineVerdict[] without = [.. words.Guidelines.Where(verdict => verdict.Verdict == Verdict.CannotTell)];
        string line = FormattableString.Invariant($"Decided: {words.Measured - without.Length} of {words.Measured} guidelines");
        if (words.IsDecided)
            return line;
        line += $"{Named("; not decided", without)}{Named("; decided, but not at every scale by itself", words.Guidelines.Except(without))}";
        if (words.MoreTimes is not { } times)
            return line;
        TimeSpan budget = TimeSpan.FromMinutes(Math.Ceiling(Math.Min(times * run.SamplingTime.TotalMinutes, TimeSpan.FromHours(24).TotalMinutes)));
        return $"{line}; under the same conditions that would take about {DurationText.Of(budget)} ({RunOptions.BudgetName} {DurationOption.Write(budget)})";
    }

    private static string Named(string what, IEnumerable<GuidelineVerdict> verdicts)
    {
        string names = string.Join(", ", verdicts.Select(verdict => verdict.Guideline.Id));
        return names.Length == 0 ? "" : $"{what}: {names}";
    }
}
