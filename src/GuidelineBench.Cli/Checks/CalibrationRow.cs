using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks;

/// <summary>What a calibration says about one row.</summary>
internal sealed record CalibrationRow : CellAxes
{
    [SetsRequiredMembers]
    public CalibrationRow(CellResult cell, string? variation)
        : base(cell) => (Experiment, Row, Scale, Variation) = (cell.Experiment, cell.Row, cell.Scale, variation);

    [JsonPropertyOrder(-2)]
    public string Experiment { get; }

    [JsonPropertyOrder(-2)]
    public string Row { get; }

    [JsonPropertyOrder(-2)]
    public string? Scale { get; }

    /// <summary>What sets it apart from others of its row and scale.</summary>
    [JsonIgnore]
    public string? Variation { get; }

    /// <summary>Deviation of the row's time between runs, beside the others; null where a run has no time of it.</summary>
    public double? SpreadPercent { get; init; }

    /// <summary>The smallest slowdown that one run of as many rounds shows.</summary>
    public double? OneRunPercent { get; init; }

    /// <summary>The same of three runs together.</summary>
    public double? ThreeRunsPercent { get; init; }
}
