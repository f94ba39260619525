using System.Collections.Immutable;

namespace GuidelineBench.Core.Experiments;

/// <summary>A controlled experiment of the paper: one of Tables 1 to 4.</summary>
public sealed record Experiment
{
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
