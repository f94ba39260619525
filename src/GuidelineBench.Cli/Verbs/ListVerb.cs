using System.CommandLine;
using GuidelineBench.Cli.Answers;
using GuidelineBench.Cli.Listings;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>list</c>: what can be measured, with what, on what.</summary>
internal static class ListVerb
{
    public const string Name = "list";

    private const string Experiments = "experiments", Networks = "networks", Backends = "backends", Devices = "devices";

    public static Command Create(Terminal terminal)
    {
        var kind = new Argument<string?>("KIND")
        {
            Description = "experiments, networks, backends or devices (default all).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<OutputFormat?> format = FormatOption.TextOrJson();
        var verb = new Verb(
            Name, "Experiments, networks, backends and devices; what cannot be used is listed with the reason.",
            "./run.sh list",
            "./run.sh list networks --format json") { kind, format };
        verb.SetAction(result =>
        {
            string? wanted = result.GetValue(kind);
            if (wanted is not (null or Experiments or Networks or Backends or Devices))
                throw CommandException.Unusable($"cannot list '{wanted}'", "list", $"{Experiments}, {Networks}, {Backends}, {Devices}");
            if (result.GetValue(format) == OutputFormat.Json)
                terminal.Out.WriteLine(Json(wanted));
            else
                WriteText(terminal, wanted);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Json(string? kind) => kind switch
    {
        Experiments => AnswerJson.Serialize(ExperimentListing.All()),
        Networks => AnswerJson.Serialize(NetworkListing.All()),
        Backends => AnswerJson.Serialize(BackendListing.All()),
        Devices => AnswerJson.Serialize(DeviceListing.All()),
        _ => AnswerJson.Serialize(new FullListing(ExperimentListing.All(), NetworkListing.All(), BackendListing.All(), DeviceListing.All())),
    };

    private static void WriteText(Terminal terminal, string? kind)
    {
        if (kind is null or Experiments)
            terminal.WriteTable(
                ["experiment", "--tables", "guideline", "title", "--rows", "--scale"],
                ExperimentListing.All().Select(experiment => (IReadOnlyList<string>)
                [
                    experiment.Name,
                    NumberText.Write(experiment.Table),
                    experiment.Guideline,
                    experiment.Title,
                    string.Join(' ', experiment.Rows),
                    string.Join(' ', experiment.Scales),
                ]));
        if (kind is null)
            terminal.Out.WriteLine();
        if (kind is null or Networks)
            WriteNetworks(terminal);
        if (kind is null)
            terminal.Out.WriteLine();
        if (kind is null or Backends)
            terminal.WriteTable(
                ["backend", "instruction set or device", "usable"],
                BackendListing.All().Select(backend => (IReadOnlyList<string>)[backend.Name, backend.Isa, backend.Usable ? "yes" : $"no: {backend.Reason}"]));
        if (kind is null)
            terminal.Out.WriteLine();
        if (kind is null or Devices)
            DeviceTable.Write(terminal, DeviceListing.All());
    }

    /// <summary>How sure a network is stands in the last columns: a note may be long.</summary>
    private static void WriteNetworks(Terminal terminal)
    {
        terminal.WriteTable(
            ["network", "family", "input", "parameters", "multiply-adds", "status", "note"],
            NetworkListing.All().Select(network => (IReadOnlyList<string>)
            [
                network.Name,
                network.Family,
                string.Join('x', network.Input),
                NumberText.Write(network.Parameters),
                NumberText.Write(network.MultiplyAdds),
                network.Status,
                network.Note ?? "",
            ]),
            3, 4);
        terminal.Out.WriteLine();
        terminal.WriteTable(
            ["group", "networks", "title"],
            NetworkGroups.All.Select(group => (IReadOnlyList<string>)[group.Name, NumberText.Write(group.Cases.Length), group.Title]),
            1);
    }
}
