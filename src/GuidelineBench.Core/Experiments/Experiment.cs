using System.Collections.Immutable;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Experiments;

/// <summary>A controlled experiment of the paper: one of Tables 1 to 4.</summary>
public sealed record Experiment
{
    /// <summary>Of how many blocks, one like the other, each row's network is made.</summary>
    public const int Blocks = 10;

    /// <summary>As in result files, e.g. <c>table1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number by which <c>--tables</c> names it.</summary>
    public required int Table { get; init; }

    public required Guideline Guideline { get; init; }

    public required string Title { get; init; }

    /// <summary>What changes from row to row; one sentence.</summary>
    public required string Varies { get; init; }

    /// <summary>What stays the same; one sentence.</summary>
    public required string KeepsEqual { get; init; }

    /// <summary>What the paper leaves open and how it is read here; one sentence each.</summary>
    public required ImmutableArray<string> Readings { get; init; }

    /// <summary>In the paper's order; the first is the one that others are compared with.</summary>
    public required ImmutableArray<ExperimentRow> Rows { get; init; }

    public required ImmutableArray<Contrast> Contrasts { get; init; }

    /// <summary>Whether its element-wise operators are the subject, so that it is measured fused and unfused.</summary>
    public bool MeasuredUnfused { get; init; }

    /// <summary>
    /// Rows beside the paper's that have what an engine's layout asks for: whole blocks of channels in every group. One like the
    /// first row and one like that of the headline, of like work: compared per multiply-add they show what is left of the guideline
    /// when no row leaves the layout. Empty where the paper's own rows have whole blocks or none.
    /// </summary>
    public ImmutableArray<ExperimentRow> ControlRows { get; init; } = [];

    /// <summary>What the control rows show; null without them.</summary>
    public Contrast? ControlContrast => ControlRows is [var first, var second] ? new Contrast(first.Label, second.Label) : null;

    /// <summary>The paper's rows, then the control rows.</summary>
    public IEnumerable<ExperimentRow> AllRows => Rows.Concat(ControlRows);

    /// <summary>The control rows at the given scales.</summary>
    public IEnumerable<ExperimentCell> ControlCells(ChannelSetting setting, IReadOnlyCollection<Scale> scales) =>
        from row in ControlRows
        from scale in Scales.All
        where scales.Contains(scale)
        select Cell(row, scale, setting);

    /// <summary>Every row at the given scales, in the paper's order.</summary>
    public IEnumerable<ExperimentCell> Cells(ChannelSetting setting, IReadOnlyCollection<Scale> scales) =>
        from row in Rows
        from scale in Scales.All
        where scales.Contains(scale)
        select Cell(row, scale, setting);

    public ExperimentCell Cell(ExperimentRow row, Scale scale, ChannelSetting setting)
    {
        ImmutableArray<int> channels = row.Channels(setting, scale);
        return new ExperimentCell(this, row, scale, setting, channels, row.Build($"{Id}/{row.Label}/{scale.Label()}", channels));
    }
}

/// <summary>A row of one of the paper's tables.</summary>
/// <param name="Label">As in result files, e.g. <c>1:6</c>, <c>g=4</c>.</param>
/// <param name="CpuChannels">Channel counts by scale in the paper's CPU (ARM) column.</param>
/// <param name="GpuChannels">Channel counts by scale in the paper's GPU column.</param>
/// <param name="Build">The network with the given channel counts.</param>
public sealed record ExperimentRow(
    string Label,
    ImmutableArray<ImmutableArray<int>> CpuChannels,
    ImmutableArray<ImmutableArray<int>> GpuChannels,
    Func<string, ImmutableArray<int>, Graph> Build)
{
    public ImmutableArray<int> Channels(ChannelSetting setting, Scale scale) =>
        (setting == ChannelSetting.Cpu ? CpuChannels : GpuChannels)[scale.Column()];
}

/// <summary>One row at one scale and channel setting: a network to be measured.</summary>
/// <param name="Channels">The row's channel counts: Table 1 [c1, c2], Table 2 [c], Table 3 [width of a fragment], Table 4 [c, c / 4].</param>
public sealed record ExperimentCell(
    Experiment Experiment,
    ExperimentRow Row,
    Scale Scale,
    ChannelSetting Setting,
    ImmutableArray<int> Channels,
    Graph Graph);

/// <summary>Two rows of one experiment whose time per multiply-add is the guideline's claim.</summary>
/// <param name="Baseline">Label of the row that follows the guideline.</param>
/// <param name="Against">Label of the row that breaks it; the claim is that this one is slower.</param>
/// <param name="Headline">Whether this is the contrast that the guideline's card quotes.</param>
public sealed record Contrast(string Baseline, string Against, bool Headline = false);
