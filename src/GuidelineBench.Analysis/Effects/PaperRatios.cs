using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Effects;

/// <summary>The paper's ratios on its two devices.</summary>
/// <param name="Cpu">Snapdragon 810, one thread.</param>
/// <param name="Gpu">GTX 1080Ti.</param>
public sealed record PaperRatios(PaperRatio? Cpu, PaperRatio? Gpu)
{
    public static PaperRatios Of(Experiment experiment, string row, string baseline, Scale scale) => new(
        PaperRatio.Of(experiment, row, baseline, scale, ChannelSetting.Cpu),
        PaperRatio.Of(experiment, row, baseline, scale, ChannelSetting.Gpu));
}
