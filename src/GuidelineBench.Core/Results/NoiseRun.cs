using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>
/// One run of the same program on the same machine that measured the file's cells once more, to learn by how much
/// times differ between runs when nothing has changed.
/// </summary>
/// <param name="FmaGflops">Of the file's ceilings in their order, 10^9 per second; null for one that the run lacks.</param>
/// <param name="FastestNs">
/// Of the file's cells in their order, nanoseconds per forward pass of the whole batch: the median of the cell's fastest
/// round; null for a cell without a time.
/// </param>
public sealed record NoiseRun(DateTimeOffset StartedUtc, ImmutableArray<double?> FmaGflops, ImmutableArray<double?> FastestNs);
