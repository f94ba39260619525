using System.CommandLine;
using System.Globalization;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Listings;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>cost</c>: what theory says about the cells, without measuring.</summary>
internal static class CostVerb
{
    public const string Name = "cost";

    public static Command Create(Terminal terminal)
    {
        var cells = new CellOptions();
        Option<OutputFormat?> format = FormatOption.TextJsonOrCsv();
        var verb = new Verb(
            Name, "Multiply-adds, memory access cost with its lower bounds, bytes and arithmetic intensity; measures nothing.",
            "./run.sh cost --tables 1",
            "./run.sh cost --tables 2,4 --scale x1 --setting gpu --format json",
            "./run.sh cost --tables none --networks table8,resnet50@320x320",
            "./run.sh cost --format csv > costs.csv");
        foreach (SpecificationOption option in cells.All)
            verb.Add(option.Option);
        verb.Add(format);
        verb.SetAction(result =>
        {
            CellSubject[] subjects = [.. cells.All.Read(result, SpecificationOption.Default).Subjects()];
            NetworkFile.Say(terminal, subjects);
            IReadOnlyList<CellCost> costs = [.. subjects.Select(CellCost.Of)];
            switch (result.GetValue(format))
            {
                case OutputFormat.Json:
                    terminal.Out.WriteLine(AnswerJson.Serialize(costs));
                    break;
                case OutputFormat.Csv:
                    CellCostCsv.Write(terminal.Out, costs);
                    break;
                default:
                    WriteText(terminal, costs);
                    break;
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static void WriteText(Terminal terminal, IEnumerable<CellCost> costs)
    {
        terminal.WriteTable(
            ["experiment", "guideline", "row", "scale", "setting", "channels", "multiply-adds", "memory access", "bound (Eq. 1)", "bound at its g", "bytes", "madds/byte", "weights", "convolutions", "element-wise", "parameters", "input"],
            costs.Select(cost => (IReadOnlyList<string>)
            [
                cost.Experiment,
                cost.Guideline ?? "-",
                cost.Row,
                cost.Scale ?? "-",
                cost.Setting ?? "-",
                cost.Channels.IsEmpty ? "-" : string.Join(' ', cost.Channels),
                NumberText.Write(cost.MultiplyAdds),
                NumberText.Write(cost.MemoryAccess),
                cost.MemoryAccessBound.ToString("F0", CultureInfo.InvariantCulture),
                cost.GroupedMemoryAccessBound.ToString("F0", CultureInfo.InvariantCulture),
                NumberText.Write(cost.Bytes),
                cost.ArithmeticIntensity.ToString("F2", CultureInfo.InvariantCulture),
                NumberText.Write(cost.Weights),
                NumberText.Write(cost.Convolutions),
                NumberText.Write(cost.ElementwiseElements),
                NumberText.Write(cost.Parameters),
                string.Join('x', cost.Input),
            ]),
            6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("One image. Memory access and its bounds are elements read and written by convolutions and fully connected layers; bytes are for float32.");
    }
}
