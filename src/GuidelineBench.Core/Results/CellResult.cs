using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GuidelineBench.Core.Results;

/// <summary>One cell: a row of an experiment at one scale, or a network, on one backend with one thread count and batch.</summary>
public sealed record CellResult : CellAxes
{
    /// <summary><c>table1</c> to <c>table4</c>, <c>appendix1b</c>, or <c>network:NAME</c>.</summary>
    [JsonPropertyOrder(-2)]
    public required string Experiment { get; init; }

    /// <summary>G1 to G4; null where the cell tests none.</summary>
    [JsonPropertyOrder(-2)]
    public string? Guideline { get; init; }

    [JsonPropertyOrder(-2)]
    public required string Row { get; init; }

    /// <summary>x1, x2 or x4; null where there are none.</summary>
    [JsonPropertyOrder(-2)]
    public string? Scale { get; init; }

    /// <summary>Channel column of the paper, <c>cpu</c> or <c>gpu</c>; null where there is one only.</summary>
    [JsonPropertyOrder(-2)]
    public string? Setting { get; init; }

    [JsonPropertyOrder(-2)]
    public ImmutableArray<int> Channels { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Height and width of the input map.</summary>
    [JsonPropertyOrder(-2)]
    public ImmutableArray<int> Input { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Layouts and tiles that the plan chose, in the backend's notation.</summary>
    public string? Plan { get; init; }

    public string? GraphChecksum { get; init; }

    /// <summary>Of the weights and biases that the cell was run with.</summary>
    public string? WeightsChecksum { get; init; }

    /// <summary>Of the input that the cell was run with.</summary>
    public string? InputChecksum { get; init; }

    /// <summary>Convolutions and fully connected layers, one image (the paper's FLOPs).</summary>
    public required long MultiplyAdds { get; init; }

    /// <summary>Convolutions and fully connected layers, elements, one image (Eq. 2).</summary>
    public required long MemoryAccess { get; init; }

    /// <summary>Least memory access at these multiply-adds (Eq. 1), elements.</summary>
    public required double MemoryAccessBound { get; init; }

    /// <summary>All that the plan reads and writes for the batch, element-wise operators included.</summary>
    public long? Bytes { get; init; }

    /// <summary>Operators started per forward pass.</summary>
    public int? Launches { get; init; }

    /// <summary>Managed bytes allocated by one forward pass.</summary>
    public long? AllocatedBytes { get; init; }

    /// <summary>Raw samples by round, nanoseconds per forward pass of the whole batch.</summary>
    public ImmutableArray<ImmutableArray<double>> Rounds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Block by block; empty for a cell that is compared with no other, and in runs of rounds alone.</summary>
    public ImmutableArray<BlockTime> Blocks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Median of the rounds' medians; null when there is no sample.</summary>
    public double? MedianNs { get; init; }

    /// <summary>
    /// Nanoseconds per forward pass by the device's own clock, from before the first operator to after the last; the
    /// median of passes of their own. Null where the device has none. The rest of <see cref="MedianNs"/> is the host's.
    /// </summary>
    public double? DeviceNs { get; init; }

    /// <summary>Beginning and end of a sustained run; null in any other.</summary>
    public SustainedTimes? Sustained { get; init; }

    public double? ImagesPerSecond { get; init; }

    public double? BatchesPerSecond { get; init; }

    /// <summary>2 per multiply-add, 10^9 per second.</summary>
    public double? Gflops { get; init; }

    /// <summary><see cref="Gflops"/> in percent of the ceiling at the same thread count; may exceed 100.</summary>
    public double? PercentOfPeak { get; init; }

    /// <summary>
    /// The median over the rounds of the rate in percent of <see cref="RoundConditions.FmaGflops"/> of the same round: what the
    /// cell made of what the cores gave at that time. Null where rounds have none.
    /// </summary>
    public double? PercentOfRoundPeak { get; init; }

    /// <summary>In order of execution; null where operators were not timed.</summary>
    public ImmutableArray<OperatorTime>? Operators { get; init; }

    /// <summary>What an engine made of the graph; null where the backend is none.</summary>
    public EngineRun? Engine { get; init; }

    /// <summary>Largest |ours - Reference| over largest |Reference|.</summary>
    public double? MaxError { get; init; }

    /// <summary>Multiply-adds of one forward pass of the batch.</summary>
    [JsonIgnore]
    public double PassMultiplyAdds => (double)MultiplyAdds * Batch;

    /// <summary>The same as operations: a multiplication and an addition each.</summary>
    [JsonIgnore]
    public double PassOperations => 2 * PassMultiplyAdds;

    /// <summary>Why the cell has no number; null when it has.</summary>
    public string? Skipped { get; init; }
}
