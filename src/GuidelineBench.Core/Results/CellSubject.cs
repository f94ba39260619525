using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Core.Results;

/// <summary>What a cell is about, however it is run: a row of a controlled experiment, or a network of the catalogue.</summary>
public sealed class CellSubject
{
    /// <summary>Appendix Table 1 (b): stacks of units, an experiment of one name as Tables 1 to 4 are.</summary>
    public const string Units = "appendix1b";

    /// <summary>Before a network's name: the experiment of its cell.</summary>
    public const string NetworkPrefix = "network:";

    /// <summary>Whether an experiment is a network, whose name says all; its row is the label in the paper then.</summary>
    public static bool IsNetwork(string experiment) => experiment.StartsWith(NetworkPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is a network or a stack of units, and no row of a guideline's experiment.</summary>
    public static bool IsNetworkOrUnits(string experiment) => experiment == Units || IsNetwork(experiment);

    private readonly Lazy<Graph> graph;

    /// <param name="build">Called once, when the graph is first asked for.</param>
    public CellSubject(Func<Graph> build) => graph = new Lazy<Graph>(build);

    /// <summary>As in result files: <c>table1</c>, <c>appendix1b</c>, <c>network:NAME</c>.</summary>
    public required string Experiment { get; init; }

    /// <summary>Null where none is tested.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>The row's label in the paper; the name of a network that it prints no figures for.</summary>
    public required string Row { get; init; }

    /// <summary>
    /// <see cref="Row"/> and all labels that the paper gives it: a network stands in several tables, or in two rows of one.
    /// </summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>Null where the experiment has no scales.</summary>
    public Scale? Scale { get; init; }

    /// <summary>Null where the paper has one column of channels, or a network its own.</summary>
    public ChannelSetting? Setting { get; init; }

    /// <summary>Channel counts that tell the row from others; empty for whole networks.</summary>
    public ImmutableArray<int> Channels { get; init; } = [];

    /// <summary>Whether its run time is split operator by operator: of interest where operators differ.</summary>
    public bool IsSplit { get; init; }

    public Graph Graph => graph.Value;

    /// <summary>Weights and biases by node index of a network that has its own; null: they are drawn from a seed.</summary>
    public Func<int, (float[] Weights, float[] Bias)>? Parameters { get; init; }

    /// <summary>What was left out or converted of a network that was read from a file.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>For a reader and for filters, e.g. <c>table1/1:6/x2</c>.</summary>
    public required string Label { get; init; }

    public static CellSubject Of(ExperimentCell cell) => new(() => cell.Graph)
    {
        Experiment = cell.Experiment.Id,
        Guideline = cell.Experiment.Guideline,
        Row = cell.Row.Label,
        Labels = [cell.Row.Label],
        Scale = cell.Scale,
        Setting = cell.Setting,
        Channels = cell.Channels,
        Label = $"{cell.Experiment.Id}/{cell.Row.Label}/{cell.Scale.Label()}",
    };

    /// <param name="network">Name of a <see cref="NetworkCase"/>.</param>
    /// <exception cref="ArgumentException">There is no such network, or it cannot take the input; the message says what is allowed.</exception>
    public static CellSubject Of(string network) =>
        NetworkGroups.TryParse(network, out NetworkCase? found, out string? error) ? Of(found) : throw new ArgumentException(error, nameof(network));

    public static CellSubject Of(NetworkCase network)
    {
        bool isStack = network.Rows.Any(row => row.Group == Units);
        return new CellSubject(network.Build)
        {
            Experiment = isStack ? Units : NetworkPrefix + network.Name,
            Row = network.Row,
            Labels = [.. network.Rows.Select(row => row.Label).Append(network.Row).Distinct()],
            Channels = isStack ? [network.Input.Channels] : [],
            IsSplit = true,
            Label = isStack ? $"{Units}/{network.Name}" : NetworkPrefix + network.Name,
        };
    }
}
