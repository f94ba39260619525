namespace GuidelineBench.Core.Experiments;

/// <summary>Labels of <see cref="ChannelSetting"/> in options and result files.</summary>
public static class ChannelSettings
{
    /// <summary>cpu or gpu.</summary>
    public static string Label(this ChannelSetting setting) => setting == ChannelSetting.Cpu ? "cpu" : "gpu";
}
