using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Effects;

/// <summary>How many times longer one cell takes per multiply-add than another.</summary>
/// <param name="Median">Median of the rounds' ratios; the ratio of the floors in a run that has blocks.</param>
/// <param name="Interval">Over the rounds or blocks; null where <paramref name="WithoutInterval"/> says why.</param>
/// <param name="Rounds">Rounds, or blocks, in which both cells have samples.</param>
/// <param name="Busy">The ratio of the median passes, other load included; null in a run of rounds alone.</param>
public sealed record RatioEstimate(double Median, Interval? Interval, int Rounds, NoInterval? WithoutInterval, double? Busy = null);
