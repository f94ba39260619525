using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Cli.Options;

/// <summary>Which cells of the paper's experiments are meant.</summary>
/// <param name="Rows">Labels; null for all rows.</param>
internal sealed record CellSelection(
    ImmutableArray<Experiment> Experiments,
    ImmutableArray<string>? Rows,
    ChannelSetting Setting,
    ImmutableArray<Scale> Scales)
{
    /// <summary>In the paper's order.</summary>
    public IEnumerable<ExperimentCell> Cells() =>
        from experiment in Experiments
        from cell in experiment.Cells(Setting, Scales)
        where Rows is null || Rows.Value.Contains(cell.Row.Label)
        select cell;
}
