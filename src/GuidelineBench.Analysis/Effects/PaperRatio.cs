using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Analysis.Effects;

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
