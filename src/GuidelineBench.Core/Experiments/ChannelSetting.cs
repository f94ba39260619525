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
