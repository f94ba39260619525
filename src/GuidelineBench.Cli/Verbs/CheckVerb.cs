using System.CommandLine;
using System.Globalization;
using System.Text;
using GuidelineBench.Analysis.Regressions;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Checks;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>check</c>: the regression gate.</summary>
internal static class CheckVerb
{
    public const string Name = "check";

    private const string BaselineName = "--baseline", CalibrateName = "--calibrate", PairedName = "--paired", RunsName = "--runs",
        ThresholdName = "--threshold", OutName = "--out", SummaryName = "--summary";

    private const int DefaultRuns = 3, DefaultCalibrationRuns = 8, MostRuns = 50;

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Result file of the build to judge, or several of its runs; without one it is measured, with the baseline's settings and over them run's options.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> baseline = Text(BaselineName, "FILE", "Result file to compare with.");
        var calibrate = new Option<bool>(CalibrateName)
        {
            Description = "Measure this build again and again, and keep in the baseline how far its times differ; prints the smallest change that can be seen.",
            Arity = ArgumentArity.Zero,
        };
        Option<string?> paired = Text(PairedName, "OTHER", "Compare with another build, measured in turns with this one: its folder, run.sh or guidelinebench.dll.");
        Option<int?> runs = ValueOption.Number(
            RunsName, "N", $"Runs that are measured, 1 to {MostRuns} (default up to {DefaultRuns}, ending when every row is the same; {DefaultCalibrationRuns} with {CalibrateName}; with {PairedName} {Check.DefaultStarts} starts of both builds, or {Check.DefaultPairs} whole runs of each).", 1, MostRuns);
        Option<double?> threshold = ValueOption.Create<double?>(
            ThresholdName, "PERCENT", $"Slowdown of a row that must not pass unseen, above 0 to 1000 (default {GateTerms.DefaultThresholdPercent}).", ReadThreshold);
        Option<string?> plan = PlanOption.Create();
        var sameMachine = new Option<bool>("--same-machine")
        {
            Description = "Both were measured on the same machine: the run as a whole is judged by its time, not by its share of the multiply-add ceiling.",
            Arity = ArgumentArity.Zero,
        };
        Option<OutputFormat?> format = FormatOption.OfCheck();
        Option<string?> output = Text(OutName, "FILE", "Write the answer there (default stdout).");
        Option<string?> summary = Text(SummaryName, "FILE", "Write the answer as markdown there too, for a pull request or a job's summary.");
        var options = new RunOptions();
        var verb = new Verb(
            Name, "Compares with a baseline, or with another build; exit code 1: a row regressed, 2: cannot tell, 0: neither.",
            "./run.sh check new/results.json --baseline baseline.json",
            "./run.sh check --baseline baseline.json --format github",
            "./run.sh check --baseline baseline.json --calibrate",
            "./run.sh check --paired ../base --quick --format github --summary comment.md") { files, baseline, calibrate, paired, runs, plan, threshold, sameMachine, format, output, summary };
        foreach (SpecificationOption option in options.All)
            verb.Add(option.Option);
        verb.SetAction(result =>
        {
            string[] given = result.GetValue(files) ?? [];
            string? other = result.GetValue(paired), baselinePath = result.GetValue(baseline), planPath = result.GetValue(plan);
            bool isCalibration = result.GetValue(calibrate);
            RefuseTogether(given.Length > 0 && isCalibration, $"FILE and {CalibrateName}", "one of them; a calibration measures");
            RefuseTogether(given.Length > 0 && other is not null, $"FILE and {PairedName}", "one of them; a paired check measures");
            RefuseTogether(given.Length > 0 && result.GetValue(runs) is not null, $"FILE and {RunsName}", "one of them; files are not measured again");
            RefuseTogether(given.Length > 0 && planPath is not null, $"FILE and {PlanOption.Name}", "one of them; files are not measured again");
            RefuseTogether(isCalibration && other is not null, $"{CalibrateName} and {PairedName}", "one of them; a paired check needs no calibration");
            if (given.Length > 0 && options.Given(result).FirstOrDefault() is { Option.Name: var measuring })
                RefuseTogether(true, $"FILE and {measuring}", "one of them; files are not measured again");
            if (baselinePath is null && other is null)
                throw CommandException.Unusable("no baseline is given", BaselineName, "a result file, as run writes it");

            string? answerPath = result.GetValue(output), summaryPath = result.GetValue(summary);
            OutputPath.RefuseUnwritable((answerPath, OutName), (summaryPath, SummaryName), (isCalibration ? baselinePath : null, CalibrateName));
            if (isCalibration && OutputFile.Replaced(RunFolder.FullPath(baselinePath!, BaselineName)) is null)
                throw CommandException.Unusable($"{baselinePath} is a pipe or a device", BaselineName, $"a file: {CalibrateName} keeps the noise in it");
            ResultFile? stored = baselinePath is null ? null : ReportFolder.Read(baselinePath);
            var measured = given.Length > 0 ? new MeasuredSettings([], IsPart: false) : MeasuredSettings.Of(stored, BaselineName, options, result);
            using PlanFile? repeated = planPath is null ? null : PlanFile.Of(planPath);
            IReadOnlyList<string> arguments = repeated is null ? measured.Arguments : [.. measured.Arguments, PlanOption.Name, repeated.Path];
            var terms = new GateTerms(
                result.GetValue(threshold) ?? GateTerms.DefaultThresholdPercent, result.GetValue(sameMachine) || other is not null, measured.IsPart);
            var check = new Check(terms, terminal);
            OutputFormat wanted = result.GetValue(format) ?? OutputFormat.Text;
            if (isCalibration)
            {
                RefuseTogether(measured.IsPart, $"{CalibrateName} and options that choose rows", "the baseline's own rows");
                ResultFile calibrated = check.Calibrate(stored!, MeasuringProgram.Own(), arguments, result.GetValue(runs) ?? DefaultCalibrationRuns);
                OutputPath.Write(baselinePath!, Encoding.UTF8.GetBytes(ResultFileJson.Serialize(calibrated)), BaselineName);
                var calibration = CalibrationAnswer.Of(baselinePath!, calibrated, terms);
                Answer(terminal, answerPath, summaryPath, (format, answer) => Write(calibration, format, answer), wanted);
                return ExitCode.Done;
            }

            CheckResult judged = other is not null
                ? check.Pair(MeasuringProgram.At(other, PairedName), other, MeasuringProgram.Own(), arguments, result.GetValue(runs), options.Read(result))
                : given.Length > 0
                    ? check.Compare(stored!, baselinePath!, [.. given.Select(ReportFolder.Read)])
                    : check.Measure(stored!, baselinePath!, MeasuringProgram.Own(), arguments, result.GetValue(runs) ?? DefaultRuns);
            Answer(terminal, answerPath, summaryPath, (format, answer) => CheckReport.Write(judged, format, answer), wanted);
            return judged.ExitCode;
        });
        return verb;
    }

    private static Option<string?> Text(string name, string value, string description) =>
        ValueOption.Create<string?>(name, value, description, text => text);

    private static double? ReadThreshold(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent is > 0 and <= 1000
            ? percent
            : throw CommandException.Unusable($"unusable threshold '{text}'", ThresholdName, "a number above 0, up to 1000");

    private static void RefuseTogether(bool isSo, string where, string allowed)
    {
        if (isSo)
            throw CommandException.Unusable("cannot go together", where, allowed);
    }

    private static void Write(CalibrationAnswer calibration, OutputFormat format, Terminal terminal)
    {
        if (format == OutputFormat.Json)
            terminal.Out.WriteLine(AnswerJson.Serialize(calibration));
        else if (format == OutputFormat.Text)
            calibration.WriteText(terminal);
        else if (format == OutputFormat.Markdown)
            terminal.Out.Write(calibration.WriteMarkdown());
        else
            terminal.Out.WriteLine(WorkflowCommand.Of("notice", Name, calibration.Headline));
    }

    /// <summary>Files first, so that a closed stdout loses none; what a file does not take goes to stdout: an answer was paid for with a measurement.</summary>
    private static void Answer(Terminal terminal, string? path, string? summaryPath, Action<OutputFormat, Terminal> write, OutputFormat format)
    {
        if (summaryPath is not null)
            TryStore(terminal, summaryPath, SummaryName, OutputFormat.Markdown, write);
        if (path is null || !TryStore(terminal, path, OutName, format, write))
            write(format, terminal);
    }

    private static bool TryStore(Terminal terminal, string path, string option, OutputFormat format, Action<OutputFormat, Terminal> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        write(format, terminal with { Out = text });
        try
        {
            OutputPath.Write(path, Encoding.UTF8.GetBytes(text.ToString()), option);
            return true;
        }
        catch (CommandException error)
        {
            terminal.Say(error.Message);
            return false;
        }
    }
}
