using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>The machine that was measured.</summary>
public sealed record MachineInfo
{
    public required string Host { get; init; }

    public required string Os { get; init; }

    public required string Cpu { get; init; }

    /// <summary>Logical processors that the process may use.</summary>
    public required int Cores { get; init; }

    /// <summary>Kinds of cores from the fastest; empty where all are alike, or the system does not show how they differ.</summary>
    public ImmutableArray<CoreClassInfo> CoreClasses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Instruction set and vector width that the kernels run with, e.g. <c>AVX-512 (512 bit)</c>.</summary>
    public required string Isa { get; init; }

    /// <summary>Bytes by level (<c>L1d</c>, <c>L2</c>, <c>L3</c>) as one core sees them; empty where unknown.</summary>
    public ImmutableSortedDictionary<string, long> CacheBytes { get; init => field = value ?? ImmutableSortedDictionary<string, long>.Empty; } =
        ImmutableSortedDictionary<string, long>.Empty;

    public long MemoryBytes { get; init; }

    /// <summary>The .NET runtime.</summary>
    public required string Runtime { get; init; }

    public ImmutableArray<string> Devices { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>Cores of one kind in a processor that has several.</summary>
/// <param name="Name"><c>big</c>, <c>middle</c> or <c>little</c>.</param>
/// <param name="Core">Name of the core; null where the system does not say.</param>
/// <param name="Count">Logical processors.</param>
/// <param name="Processors">Their numbers; empty where the system has none.</param>
public sealed record CoreClassInfo(string Name, string? Core, int Count, ImmutableArray<int> Processors)
{
    public ImmutableArray<int> Processors { get; init => field = value.IsDefault ? [] : value; } = Processors;
}
