using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 8 of ShuffleNet v1 (Zhang et al. 2018): times on one core of a Snapdragon 820, the figures behind its comparison with AlexNet.</summary>
/// <param name="Sizes">Inputs as printed, height x width: the order of the rows' lists.</param>
public sealed record MobileTimeTable(ImmutableArray<string> Sizes, ImmutableArray<MobileTime> Rows);
