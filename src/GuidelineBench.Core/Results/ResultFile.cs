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

/// <summary>Which build measured.</summary>
/// <param name="Commit">Source revision, or null where it is not known.</param>
public sealed record ToolInfo(string Version, string? Commit);

/// <summary>A run that went on for a given time, so that its beginning can be compared with its end.</summary>
/// <param name="Seconds">From the start of the first round to the end of the last.</param>
/// <param name="WindowSeconds">Length of the beginning and of the end that are compared.</param>
/// <param name="FirstRounds">Rounds that started in the first window.</param>
/// <param name="LastRounds">Rounds that started in the last window.</param>
public sealed record SustainedRun(double Seconds, double WindowSeconds, int FirstRounds, int LastRounds);

/// <summary>A cell at the beginning and at the end of a sustained run.</summary>
/// <param name="FirstNs">Median of the medians of the rounds in the first window, nanoseconds per forward pass.</param>
/// <param name="LastNs">The same of the last window.</param>
public sealed record SustainedTimes(double FirstNs, double LastNs);

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
