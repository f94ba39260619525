using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Files that were accepted, as a baseline and as a new run.</summary>
internal static class CheckTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(ResultFileJson.Serialize(SampleResults.Run));
        return new FuzzTarget("check", 2, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            ResultFile file;
            try
            {
                file = ResultFileJson.Parse(input, "results.json");
            }
            catch (ResultFileException error)
            {
                return new Answer(false, error.Message);
            }

            return RunOptionsTarget.Said(() => $"{Compared(file, SampleResults.Run)}\n{Compared(SampleResults.Run, file)}");
        });
    }

    private static string Compared(ResultFile baseline, ResultFile now)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var terminal = new Terminal(text, TextWriter.Null);
        try
        {
            CheckResult result = new Check(new GateTerms(), terminal).Compare(baseline, "baseline.json", [now]);
            foreach (OutputFormat format in (ImmutableArray<OutputFormat>)[OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Github])
                CheckReport.Write(result, format, terminal);
            return text.ToString();
        }
        catch (CommandException error)
        {
            return error.Message;
        }
    }
}
