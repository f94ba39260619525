namespace GuidelineBench.Core.Experiments;

/// <summary>
/// Which channel column of the paper is run. The paper chose wider layers for its GPU (GTX 1080Ti) than for its
/// CPU (Snapdragon 810); either can be run on any backend.
/// </summary>
public enum ChannelSetting
{
    Cpu,
    Gpu,
}

/// <summary>Labels of <see cref="ChannelSetting"/> in options and result files.</summary>
public static class ChannelSettings
{
    /// <summary>cpu or gpu.</summary>
    public static string Label(this ChannelSetting setting) => setting == ChannelSetting.Cpu ? "cpu" : "gpu";
}
