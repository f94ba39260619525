using System.Collections.Immutable;

namespace GuidelineBench.Core.Paper;

/// <summary>Table 8 of ShuffleNet v1 (Zhang et al. 2018): times on an ARM processor, one thread; the figures behind its comparison with AlexNet.</summary>
/// <param name="Sizes">Inputs as printed: the order of the rows' lists.</param>
public sealed record MobileTimeTable(ImmutableArray<string> Sizes, ImmutableArray<MobileTime> Rows);
