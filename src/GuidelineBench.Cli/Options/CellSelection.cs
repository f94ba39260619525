using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Options;

/// <summary>Which rows of the paper's experiments and which networks are meant.</summary>
/// <param name="Rows">Labels; null for all rows.</param>
internal sealed record CellSelection(
    ImmutableArray<Experiment> Experiments,
    NetworkSelection Networks,
    ImmutableArray<string>? Rows,
    ChannelSetting Setting,
    ImmutableArray<Scale> Scales)
{
    /// <summary>In the paper's order, networks at last.</summary>
    public IEnumerable<CellSubject> Subjects() =>
        Experiments.SelectMany(experiment => experiment.Cells(Setting, Scales)).Select(CellSubject.Of)
            .Concat(Networks.Subjects)
            .Where(subject => Rows is null || subject.Labels.Any(Rows.Value.Contains));
}
