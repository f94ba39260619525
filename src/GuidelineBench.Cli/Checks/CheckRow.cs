using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks;

/// <summary>One row of <c>check --format json</c>.</summary>
internal sealed record CheckRow : CellAxes
{
    [SetsRequiredMembers]
    public CheckRow(CellResult cell)
        : base(cell) => (Experiment, Row, Scale, Setting, Verdict, Reason) = (cell.Experiment, cell.Row, cell.Scale, cell.Setting, "", "");

    [JsonPropertyOrder(-2)]
    public string Experiment { get; }

    [JsonPropertyOrder(-2)]
    public string Row { get; }

    /// <summary>Null for networks, as setting.</summary>
    [JsonPropertyOrder(-2)]
    public string? Scale { get; }

    [JsonPropertyOrder(-2)]
    public string? Setting { get; }

    /// <summary>Of the time: same, faster, slower or cannot tell.</summary>
    public required string Verdict { get; init; }

    public required string Reason { get; init; }

    /// <summary>By its time, by a fact, or because it has no time any more.</summary>
    public required bool Regressed { get; init; }

    /// <summary>Of the time, above 0 is slower; null where it was not judged, as the next two.</summary>
    public double? ChangePercent { get; init; }

    /// <summary>A slowdown above this is excluded.</summary>
    public double? UpperPercent { get; init; }

    /// <summary>The smallest slowdown that would be found.</summary>
    public double? VisiblePercent { get; init; }

    /// <summary>Layouts and tiles are others than in the baseline.</summary>
    public bool PlanDiffers { get; init; }
}
