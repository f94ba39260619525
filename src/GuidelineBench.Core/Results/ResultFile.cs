using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>A measured run: the border between measuring and judging. Written and read by <see cref="ResultFileJson"/> alone.</summary>
public sealed record ResultFile
{
    /// <summary>The version that this build writes; a file of a newer one is refused.</summary>
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>False until the last round is in.</summary>
    public required bool Complete { get; init; }

    public required ToolInfo Tool { get; init; }

    public required DateTimeOffset StartedUtc { get; init; }

    /// <summary>Seed of weights, inputs and the order of cells.</summary>
    public required int Seed { get; init; }

    /// <summary>The command line that made this file, to repeat it.</summary>
    public string? Command { get; init; }

    /// <summary>Rounds asked for; fewer are in a file that is not complete.</summary>
    public int Rounds { get; init; }

    public required MachineInfo Machine { get; init; }

    public required Conditions Conditions { get; init; }

    /// <summary>Null for a run that was not sustained, or has not ended.</summary>
    public SustainedRun? Sustained { get; init; }

    /// <summary>Engines that cells were run with.</summary>
    public ImmutableArray<EngineDescription> Engines { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<Ceiling> Ceilings { get; init => field = value.IsDefault ? [] : value; } = [];

    public ImmutableArray<CellResult> Cells { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Other runs of the same program on the same machine; empty where none was made for comparison.</summary>
    public ImmutableArray<NoiseRun> Noise { get; init => field = value.IsDefault ? [] : value; } = [];
}
