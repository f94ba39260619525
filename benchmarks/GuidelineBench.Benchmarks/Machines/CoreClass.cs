using System.Collections.Immutable;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Cores of one kind in a processor that has several.</summary>
/// <param name="Name">One of <see cref="CoreClasses.Names"/>.</param>
/// <param name="Core">Name of the core; null where the system does not say.</param>
/// <param name="Processors">
/// Logical processors, one of each physical core before any second one, so that threads get cores of their own; empty
/// where the system does not number them.
/// </param>
/// <param name="Count">Logical processors.</param>
internal sealed record CoreClass(string Name, string? Core, ImmutableArray<int> Processors, int Count);
