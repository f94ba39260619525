using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Core.Paper;

/// <summary>Figure 2: how the run time of two networks splits by operator class.</summary>
public sealed record RunTimeTable(ImmutableArray<RunTimeSplit> Rows);

/// <summary>A bar of Figure 2, in percent of the run time.</summary>
/// <param name="Device">Snapdragon 810 (<see cref="ChannelSetting.Cpu"/>) or GTX 1080Ti (<see cref="ChannelSetting.Gpu"/>).</param>
/// <param name="ShufflePercent">Null for a network without channel shuffle.</param>
public sealed record RunTimeSplit(
    string Network,
    ChannelSetting Device,
    double ConvolutionPercent,
    double DataPercent,
    double ElementwisePercent,
    double? ShufflePercent,
    double OtherPercent);
