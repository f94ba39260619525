using System.Collections.Immutable;

namespace GuidelineBench.Analysis.Histories;

/// <summary>Where a series of times stepped to another level.</summary>
/// <param name="Places">Indices of the first value after each step, in order.</param>
/// <param name="Noise">Spread from run to run inside the levels, in parts of the time (scaled to a standard deviation); null with too few values to judge.</param>
/// <param name="SmallestVisible">The least step in the middle of the series that would have been claimed, in parts of the time; null with too few values.</param>
public sealed record StepFindings(ImmutableArray<int> Places, double? Noise, double? SmallestVisible);
