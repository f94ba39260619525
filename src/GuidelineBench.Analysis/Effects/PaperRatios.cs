using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Paper;

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

/// <summary>The paper's counterpart of a <see cref="RatioEstimate"/>; it prints no spread.</summary>
/// <param name="PerSecond">Images (CPU) or batches (GPU) per second as printed.</param>
/// <param name="TimeRatio">Time per multiply-add over the other row's, each row with the device's own channels.</param>
public sealed record PaperRatio(double PerSecond, double TimeRatio)
{
    /// <returns>Null where the paper prints one of the two rows not.</returns>
    public static PaperRatio? Of(Experiment experiment, string row, string baseline, Scale scale, ChannelSetting device) =>
        PrintedSpeeds.Find(experiment.Id, row, scale, device) is { } printed &&
        PrintedSpeeds.Find(experiment.Id, baseline, scale, device) is { } first
            ? new PaperRatio(printed.PerSecond, printed.NsPerMultiplyAdd / first.NsPerMultiplyAdd)
            : null;
}
