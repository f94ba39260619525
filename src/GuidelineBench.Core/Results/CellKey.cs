using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace GuidelineBench.Core.Results;

/// <summary>What tells a cell from every other in its file.</summary>
public sealed record CellKey : CellAxes
{
    [SetsRequiredMembers]
    private CellKey(CellResult cell)
        : base(cell) => (Experiment, Row, Scale, Setting) = (cell.Experiment, cell.Row, cell.Scale, cell.Setting);

    public string Experiment { get; }

    public string Row { get; }

    public string? Scale { get; }

    public string? Setting { get; }

    /// <summary>Names of what it is made of, for messages.</summary>
    public static ImmutableArray<string> Parts { get; } = ["experiment", "row", "scale", "setting", .. All.Select(axis => axis.Name)];

    public static CellKey Of(CellResult cell) => new(cell);
}
