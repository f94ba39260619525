using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Progress;

namespace GuidelineBench.Cli.Runs;

/// <summary>The last line of a run: what was decided, what not, and how much longer that would take.</summary>
internal static class DecidedLine
{
    public static string Of(OpenWords words, RunSettings settings)
    {
        if (words.IsDecided)
            return FormattableString.Invariant($"Decided: {words.Measured} of {words.Measured} guidelines");
        string open = string.Join(", ", words.Guidelines.Select(verdict => verdict.Guideline.Id));
        string line = FormattableString.Invariant($"Decided: {words.Measured - words.Guidelines.Length} of {words.Measured} guidelines; not yet at every scale: {open}");
        if (words.MoreTimes is not { } times)
            return line;
        TimeSpan budget = TimeSpan.FromMinutes(Math.Ceiling(Math.Min(times * settings.SamplingTime.TotalMinutes, TimeSpan.FromHours(24).TotalMinutes)));
        return $"{line}; under the same conditions it would take about {DurationText.Of(budget)} ({RunOptions.BudgetName} {DurationOption.Write(budget)})";
    }
}
