using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Models;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>predict</c>: the time of networks from a machine's result file.</summary>
internal static class PredictVerb
{
    public const string Name = "predict";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A result file with Tables 1-4 and stacks of units: ./run.sh run --networks appendix1b." };
        var question = new QuestionOptions(hasChain: true);
        Option<string?> measured = ValueOption.Create<string?>(
            "--measured", "FILE", "A result file of the same machine with measured networks to show beside (default FILE itself).", text => text);
        Option<string?> backend = MachineModel.CreateBackend();
        Option<OutputFormat?> format = FormatOption.TextOrJson();
        var verb = new Verb(
            Name, "Predicts the time of networks on the machine of a result file, without measuring them.",
            "./run.sh predict results.json --network shufflenet_v2_1.0x,mobilenet_v2_1.0",
            "./run.sh predict results.json --network table8 --format json",
            "./run.sh predict results.json --description mynet.txt",
            "./run.sh predict results.json --channels 24,144,24 --map 28x28") { file };
        foreach (Option option in question.All)
            verb.Add(option);
        verb.Add(measured);
        verb.Add(backend);
        verb.Add(format);
        verb.SetAction(result =>
        {
            ImmutableArray<NamedGraph> networks = question.Read(result, Name);
            MachineModel machine = MachineModel.Read(result.GetValue(file)!, result.GetValue(backend));
            ResultFile times = result.GetValue(measured) is { } other ? ReportFolder.Read(other) : machine.File;
            var answers = networks
                .Select(network => (
                    Network: network,
                    Prediction: machine.Model.Predict(machine.Charge(network)),
                    MeasuredNs: MeasuredTime.Of(times, machine.Model.Configuration, network.Graph)))
                .ToImmutableArray();
            if (result.GetValue(format) == OutputFormat.Json)
                terminal.Out.WriteLine(AnswerJson.Serialize(new PredictionsAnswer(
                    ModelAnswer.Of(machine), [.. answers.Select(answer => PredictionAnswer.Of(answer.Network, answer.Prediction, answer.MeasuredNs))])));
            else
                WriteText(terminal, machine.Model, answers);
            return ExitCode.Done;
        });
        return verb;
    }

    private static void WriteText(Terminal terminal, CostModel model, ImmutableArray<(NamedGraph Network, Prediction Prediction, double? MeasuredNs)> answers)
    {
        terminal.WriteTable(
            ["network", "predicted ms", "measured ms", "error", "by multiply-adds alone ms", .. CostTerms.All.Select(term => $"{term.Label()} %")],
            answers.Select(answer => (IReadOnlyList<string>)
            [
                answer.Network.Name,
                CostSentences.Milliseconds(answer.Prediction.Ns, answer.Prediction.Interval),
                Numbers.Significant(answer.MeasuredNs / 1e6),
                answer.MeasuredNs is { } measured ? CostSentences.RelativeError(answer.Prediction.Ns / measured - 1) : Numbers.None,
                Numbers.Significant(answer.Prediction.MultiplyAddsOnlyNs / 1e6),
                .. answer.Prediction.NsByTerm.Select(ns => Numbers.Significant(100 * ns / answer.Prediction.Ns)),
            ]),
            [.. Enumerable.Range(1, 4 + CostTerms.All.Length)]);
        terminal.Out.WriteLine();
        foreach (string sentence in CostSentences.Coefficients(model))
            terminal.Out.WriteLine(sentence);
        terminal.Out.WriteLine($"Fitted on {Numbers.Of(model.Cells.Length, "guideline cell")} ({model.Configuration.Words}), on no network. docs/cost-model.md says what it misses.");
    }
}
