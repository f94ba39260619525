using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Cli.Options;

/// <summary>The options that choose cells: <c>--tables --networks --rows --setting --scale</c>.</summary>
/// <param name="networksAlone">Whether networks that are asked for come alone unless tables are too.</param>
internal sealed class CellOptions(bool networksAlone = false)
{
    public const string TablesName = "--tables", NetworksName = "--networks", RowsName = "--rows", SettingName = "--setting", ScaleName = "--scale";

    private readonly Option<IReadOnlyList<Experiment>?> tables = ValueOption.Create<IReadOnlyList<Experiment>?>(
        TablesName, "LIST", $"Tables of the paper: numbers separated by commas, all, or none (default all{(networksAlone ? $"; none with {NetworksName}" : "")}).", ReadTables);

    private readonly Option<NetworkSelection?> networks = ValueOption.Create<NetworkSelection?>(
        NetworksName, "LIST", $"Networks beside the tables, separated by commas: groups ({NetworkSelection.GroupNames}), names that ./run.sh list networks shows, or {NetworkSelection.SizedName} for another size of the input (default none). A group goes before a network of its name; alexnet@224x224 is the network.",
        text => NetworkSelection.Read(text));

    private readonly Option<string?> rows = ValueOption.Create<string?>(
        RowsName, "LABELS", "Only these rows, by the paper's labels separated by commas, e.g. 1:1,1:12 or g=8, of networks too; ./run.sh cost shows them (default all rows).", text => text);

    private readonly Option<ChannelSetting?> setting = ValueOption.OneOf(
        SettingName, "SETTING", "Which channel column of the paper: cpu or gpu (default cpu).",
        ("cpu", ChannelSetting.Cpu), ("gpu", ChannelSetting.Gpu));

    private readonly Option<IReadOnlyList<Scale>?> scales = ValueOption.Create<IReadOnlyList<Scale>?>(
        ScaleName, "LIST", "Scales of the paper separated by commas: x1, x2, x4 (default all).", ReadScales);

    public IReadOnlyList<Option> All => [tables, networks, rows, setting, scales];

    /// <exception cref="CommandException">A row is in none of the chosen tables and of no chosen network.</exception>
    public CellSelection Read(ParseResult result)
    {
        NetworkSelection selected = result.GetValue(networks) ?? NetworkSelection.None;
        IReadOnlyList<Experiment> experiments = result.GetValue(tables)
            ?? (networksAlone && selected.Subjects.Length > 0 ? (IReadOnlyList<Experiment>)[] : ExperimentCatalogue.All);
        return new CellSelection(
            [.. experiments],
            selected,
            result.GetValue(rows) is { } labels ? ReadRows(labels, experiments, selected) : null,
            result.GetValue(setting) ?? ChannelSetting.Cpu,
            [.. result.GetValue(scales) ?? Scales.All]);
    }

    private static IReadOnlyList<Experiment> ReadTables(string text)
    {
        string allowed = string.Join(", ", ExperimentCatalogue.All.Select(experiment => NumberText.Write(experiment.Table))) + ", all, none";
        if (text == "all")
            return ExperimentCatalogue.All;
        if (text == "none")
            return [];
        string[] parts = ValueOption.Parts(TablesName, text, allowed);
        foreach (string part in parts)
            if (!ExperimentCatalogue.All.Any(experiment => NumberText.Write(experiment.Table) == part))
                throw CommandException.Unusable($"unknown table '{part}'", TablesName, allowed);
        return [.. ExperimentCatalogue.All.Where(experiment => parts.Contains(NumberText.Write(experiment.Table)))];
    }

    private static IReadOnlyList<Scale> ReadScales(string text)
    {
        string allowed = string.Join(", ", Scales.All.Select(scale => scale.Label()));
        string[] parts = ValueOption.Parts(ScaleName, text, allowed);
        foreach (string part in parts)
            if (!Scales.TryParse(part, out _))
                throw CommandException.Unusable($"unknown scale '{part}'", ScaleName, allowed);
        return [.. Scales.All.Where(scale => parts.Contains(scale.Label()))];
    }

    /// <summary>Labels may hold commas themselves (relu=yes,shortcut=no), so the longest label that fits is taken each time.</summary>
    private static ImmutableArray<string> ReadRows(string text, IReadOnlyList<Experiment> experiments, NetworkSelection networks)
    {
        string[] labels =
        [
            .. experiments.SelectMany(experiment => experiment.Rows).Select(row => row.Label)
                .Concat(networks.Subjects.SelectMany(subject => subject.Labels)).Distinct(),
        ];
        string allowed = labels.Length > 0 ? string.Join("; ", labels) : "no rows without tables or networks";
        string[] parts = ValueOption.Parts(RowsName, text, allowed);
        var found = ImmutableArray.CreateBuilder<string>();
        for (int start = 0; start < parts.Length;)
        {
            int length = parts.Length - start;
            while (length > 0 && Label(start, length) is null)
                length--;
            if (length == 0)
                throw CommandException.Unusable($"unknown row '{parts[start]}'", RowsName, allowed);
            found.Add(Label(start, length)!);
            start += length;
        }

        return [.. found.Distinct()];

        string? Label(int start, int length) => Array.Find(
            labels, label => label.Split(',', StringSplitOptions.TrimEntries).AsSpan().SequenceEqual(parts.AsSpan(start, length)));
    }
}
