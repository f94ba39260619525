using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>Cores of one kind in a processor that has several.</summary>
/// <param name="Name"><c>big</c>, <c>middle</c> or <c>little</c>.</param>
/// <param name="Core">Name of the core; null where the system does not say.</param>
/// <param name="Count">Logical processors.</param>
/// <param name="Processors">Their numbers; empty where the system has none.</param>
public sealed record CoreClassInfo(string Name, string? Core, int Count, ImmutableArray<int> Processors)
{
    public ImmutableArray<int> Processors { get; init => field = value.IsDefault ? [] : value; } = Processors;
}
