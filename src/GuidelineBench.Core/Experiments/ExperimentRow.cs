using System.Collections.Immutable;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Experiments;

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
