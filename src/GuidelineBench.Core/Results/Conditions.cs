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

/// <summary>The machine at the borders of one round.</summary>
/// <param name="ClockMHz">At the start, measured from a chain of dependent additions, one per cycle; null where it was not measured.</param>
/// <param name="TemperatureC">At the start, the hottest sensor; null where the system shows none.</param>
/// <param name="StartedSeconds">Time since the first round began; null in a run that was interrupted before.</param>
/// <param name="EndClockMHz">At the end, before a pause.</param>
/// <param name="EndTemperatureC">At the end, before a pause.</param>
/// <param name="FmaGflops">
/// What the multiply-add chains of the ceiling reached between the round's cells, the median of short trials, 2 per multiply-add,
/// 10^9 per second: what the cores gave at that time, where the ceiling is the most they ever gave. Null where it was not measured.
/// </param>
public sealed record RoundConditions(
    double? ClockMHz,
    double? TemperatureC,
    double? StartedSeconds = null,
    double? EndClockMHz = null,
    double? EndTemperatureC = null,
    double? FmaGflops = null);
