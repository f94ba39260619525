using GuidelineBench.Analysis.Statistics;

namespace GuidelineBench.Analysis.Effects;

/// <summary>How many times longer one cell takes per multiply-add than another.</summary>
/// <param name="Median">Median of the rounds' ratios.</param>
/// <param name="Interval">Over the rounds; null where <paramref name="WithoutInterval"/> says why.</param>
/// <param name="Rounds">Rounds in which both cells have samples.</param>
public sealed record RatioEstimate(double Median, Interval? Interval, int Rounds, NoInterval? WithoutInterval);
