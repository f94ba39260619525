using System.CommandLine;
using System.Text;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Exports;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>export</c>: cells as ONNX files.</summary>
internal static class ExportVerb
{
    public const string Name = "export";

    public static Command Create(Terminal terminal)
    {
        var options = new ExportOptions();
        var verb = new Verb(
            Name, $"Writes networks and rows of the tables as ONNX files for other engines, and {ExportedCell.ListName} with what each is.",
            "./run.sh export --networks shufflenet_v2_1.0x --out models",
            "./run.sh export --tables 1,2 --scale x1 --setting gpu --batch 8 --out models",
            "./run.sh export --networks shufflenet_v2_x1_0 --weights weights.safetensors --opset 17 --out models");
        foreach (Option option in options.All)
            verb.Add(option);
        verb.SetAction(result =>
        {
            ExportSettings settings = options.Read(result);
            IReadOnlyList<ExportedCell> written = new NetworkExport(settings).Execute(terminal);
            string list = Path.Combine(RunFolder.FullPath(settings.Folder, ExportOptions.OutName), ExportedCell.ListName);
            OutputPath.Write(list, Encoding.UTF8.GetBytes(AnswerJson.Serialize(written) + "\n"), ExportOptions.OutName);
            terminal.Out.WriteLine(list);
            return ExitCode.Done;
        });
        return verb;
    }
}
