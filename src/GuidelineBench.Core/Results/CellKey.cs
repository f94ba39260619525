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

/// <summary>Short names of cells that stand together: what all of them have in common and what is usual goes without saying.</summary>
public sealed class CellNaming
{
    private readonly ImmutableArray<CellAxis> differing;
    private readonly bool settingsDiffer;

    private CellNaming(IReadOnlyCollection<CellKey> cells)
    {
        differing = CellAxes.Differing(cells);
        settingsDiffer = cells.Where(cell => cell.Setting is not null).Select(cell => cell.Setting).Distinct().Skip(1).Any();
    }

    public static CellNaming Among(IEnumerable<CellKey> cells) => new([.. cells]);

    public static CellNaming Among(ResultFile file) => Among(file.Cells.Select(CellKey.Of));

    /// <summary>E.g. <c>table1 1:12 x2</c>, <c>table4 relu=yes,shortcut=yes x1 unfused</c> or <c>network:resnet50 batch 8</c>.</summary>
    public string Of(CellKey cell) => string.Join(
        ' ',
        new[] { cell.Experiment, CellSubject.IsNetwork(cell.Experiment) ? null : cell.Row, cell.Scale, Variation(cell) }.OfType<string>());

    public string Of(CellResult cell) => Of(CellKey.Of(cell));

    /// <summary>What sets a cell apart from others of its row and scale; null where nothing does.</summary>
    public string? Variation(CellKey cell)
    {
        string[] words = [.. cell.InWords(differing), .. settingsDiffer && cell.Setting is { } setting ? [$"{setting} channels"] : Array.Empty<string>()];
        return words.Length == 0 ? null : string.Join(' ', words);
    }
}
