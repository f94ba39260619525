using System.Collections.Immutable;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Experiments;

/// <summary>One row at one scale and channel setting: a network to be measured.</summary>
/// <param name="Channels">The row's channel counts: Table 1 [c1, c2], Table 2 [c], Table 3 [width of a fragment], Table 4 [c, c / 4].</param>
public sealed record ExperimentCell(
    Experiment Experiment,
    ExperimentRow Row,
    Scale Scale,
    ChannelSetting Setting,
    ImmutableArray<int> Channels,
    Graph Graph);
