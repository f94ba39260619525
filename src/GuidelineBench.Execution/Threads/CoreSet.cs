using System.Collections.Immutable;

namespace GuidelineBench.Execution.Threads;

/// <summary>Logical processors that threads are tied to, thread i to the i-th; empty: the system places them.</summary>
public sealed record CoreSet(ImmutableArray<int> Processors)
{
    public static CoreSet Any { get; } = new([]);

    public bool IsPinned => !Processors.IsEmpty;
}
