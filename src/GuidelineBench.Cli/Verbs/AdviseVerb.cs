using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Analysis.Advice;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Models;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>advise</c>: where a network breaks the guidelines on the machine of a result file, and what to change.</summary>
internal static class AdviseVerb
{
    public const string Name = "advise";
    private const int UsualOffences = 10, MostOffences = 10_000;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A result file with Tables 1-4 and stacks of units: ./run.sh run --networks appendix1b." };
        var question = new QuestionOptions(hasChain: false);
        Option<int?> most = ValueOption.Number("--most", "N", "Changes to list for each network, the largest saving first (default 10).", 1, MostOffences);
        Option<string?> backend = MachineModel.CreateBackend();
        Option<OutputFormat?> format = FormatOption.TextOrJson();
        var verb = new Verb(
            Name, "Lists the layers of a network that break the guidelines, what each costs on the machine of a result file, and what to change.",
            "./run.sh advise results.json --network shufflenet_v1_1.0x_g3",
            "./run.sh advise results.json --description mynet.txt --most 5",
            "./run.sh advise results.json --network mobilenet_v2_1.0 --format json") { file };
        foreach (Option option in question.All)
            verb.Add(option);
        verb.Add(most);
        verb.Add(backend);
        verb.Add(format);
        verb.SetAction(result =>
        {
            ImmutableArray<NamedGraph> networks = question.Read(result, Name);
            MachineModel machine = MachineModel.Read(result.GetValue(file)!, result.GetValue(backend));
            int listed = result.GetValue(most) ?? UsualOffences;
            var answers = networks
                .Select(network => (Network: network, Advice: NetworkAdvice.Of(machine.Model, machine.Charge(network))))
                .ToImmutableArray();
            if (result.GetValue(format) == OutputFormat.Json)
                terminal.Out.WriteLine(AnswerJson.Serialize(new AdvicesAnswer(
                    ModelAnswer.Of(machine),
                    [
                        .. answers.Select(answer => new AdviceAnswer(
                            PredictionAnswer.Of(answer.Network, answer.Advice.Prediction, MeasuredTime.Of(machine.File, machine.Model.Configuration, answer.Network.Graph)),
                            [.. answer.Advice.Offences.Take(listed).Select(offence => OffenceAnswer.Of(answer.Advice, offence))])),
                    ])));
            else
                foreach ((NamedGraph network, NetworkAdvice advice) in answers)
                    WriteText(terminal, network, advice, listed);
            return ExitCode.Done;
        });
        return verb;
    }

    private static void WriteText(Terminal terminal, NamedGraph network, NetworkAdvice advice, int listed)
    {
        terminal.Out.WriteLine($"{network.Name}: predicted {CostSentences.Milliseconds(advice.Prediction.Ns, advice.Prediction.Interval)} ms");
        if (advice.Offences.IsEmpty)
        {
            terminal.Out.WriteLine("No layer breaks a guideline at a cost that shows here.");
            terminal.Out.WriteLine();
            return;
        }

        terminal.WriteTable(
            ["guideline", "saves µs", "certain", "costs µs", "network then ms", "change", "where"],
            advice.Offences.Take(listed).Select(offence => (IReadOnlyList<string>)
            [
                offence.Guideline.Id,
                CostSentences.Microseconds(offence.SavedNs, offence.SavedInterval),
                offence.IsCertain ? "yes" : "no",
                Numbers.Significant(offence.Ns / 1e3),
                Numbers.Significant(advice.NsAfter(offence) / 1e6),
                offence.Change,
                offence.Layers,
            ]),
            1, 3, 4);
        if (advice.Offences.Length > listed)
            terminal.Out.WriteLine($"and {Numbers.Count(advice.Offences.Length - listed)} more");
        terminal.Out.WriteLine($"Each change alone, at equal multiply-adds: where the operators around it change too, savings do not add up.");
        terminal.Out.WriteLine();
    }
}
