using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Cli.Options;

/// <summary>The options that choose cells: <c>--tables --networks --rows --setting --scale</c>.</summary>
/// <param name="networksAlone">Whether networks come without tables where no tables are asked for.</param>
internal sealed class CellOptions(bool networksAlone = false)
{
    public const string TablesName = "--tables", NetworksName = "--networks", RowsName = "--rows", SettingName = "--setting", ScaleName = "--scale";

    /// <summary>Rows are those of the tables and networks that are read before them; one that none has is refused.</summary>
    public ImmutableArray<SpecificationOption> All { get; } =
    [
        SpecificationOption.Of(
            ValueOption.Create<IReadOnlyList<Experiment>?>(
                TablesName, "LIST", $"Tables of the paper: numbers separated by commas, all, or none (default all{(networksAlone ? $"; none with {NetworksName}" : "")}).", ReadTables),
            (run, experiments) => run with { Experiments = [.. experiments] },
            run => run.Experiments.IsEmpty ? "none" : string.Join(',', run.Experiments.Select(experiment => NumberText.Write(experiment.Table)))),
        SpecificationOption.Of(
            ValueOption.Create<NetworkSelection?>(
                NetworksName, "LIST", $"Networks beside the tables, separated by commas: groups ({NetworkSelection.GroupNames}), names that ./run.sh list networks shows, or {NetworkSelection.SizedName} for another size of the input, or {NetworkFile.Named} (default none). A group goes before a network of its name; alexnet@224x224 is the network.",
                text => NetworkSelection.Read(text)),
            (run, networks) => run with { NetworkNames = networks.Names, Networks = networks.Subjects },
            run => run.NetworkNames.IsEmpty ? null : string.Join(',', run.NetworkNames)),
        SpecificationOption.Of(
            ValueOption.Create<string?>(
                RowsName, "LABELS", "Only these rows, by the paper's labels separated by commas, e.g. 1:1,1:12 or g=8, of networks too; ./run.sh cost shows them (default all rows).", text => text),
            (run, labels) => run with { Rows = ReadRows(labels, run) },
            run => run.Rows.IsEmpty ? null : string.Join(',', run.Rows)),
        SpecificationOption.Of(
            ValueOption.OneOf(
                SettingName, "SETTING", "Which channel column of the paper: cpu or gpu (default cpu).",
                ("cpu", ChannelSetting.Cpu), ("gpu", ChannelSetting.Gpu)),
            (run, setting) => run with { Setting = setting },
            run => run.Setting.Label()),
        SpecificationOption.Of(
            ValueOption.Create<IReadOnlyList<Scale>?>(
                ScaleName, "LIST", "Scales of the paper separated by commas: x1, x2, x4 (default all).", ReadScales),
            (run, scales) => run with { Scales = [.. scales] },
            run => string.Join(',', run.Scales.Select(scale => scale.Label()))),
    ];

    /// <exception cref="CommandException">Values do not go together.</exception>
    public RunSpecification Read(ParseResult result)
    {
        bool isAlone = networksAlone && result.GetResult(All[1].Option) is not null && result.GetResult(All[0].Option) is null;
        return All.Read(result, isAlone ? SpecificationOption.Default with { Experiments = [] } : SpecificationOption.Default);
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
    private static ImmutableArray<string> ReadRows(string text, RunSpecification run)
    {
        string[] labels =
        [
            .. run.Experiments.SelectMany(experiment => experiment.Rows).Select(row => row.Label)
                .Concat(run.Networks.SelectMany(subject => subject.Labels)).Distinct(),
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
