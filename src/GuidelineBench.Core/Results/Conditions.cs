using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>Under which conditions the machine was measured.</summary>
public sealed record Conditions
{
    /// <summary>One-minute load average before the run; null where the system has none.</summary>
    public double? Load { get; init; }

    /// <summary>Frequency governor; null where the system shows none.</summary>
    public string? Governor { get; init; }

    /// <summary>Cores that the threads were tied to; empty when they were not.</summary>
    public ImmutableArray<int> PinnedCores { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Pause between two rounds, seconds; null: none.</summary>
    public int? CooldownSeconds { get; init; }

    /// <summary>What makes the run doubtful, one sentence each.</summary>
    public ImmutableArray<string> Flags { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<RoundConditions> ByRound { get; init => field = value.IsDefault ? [] : value; } = [];
}
