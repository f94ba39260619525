namespace GuidelineBench.Core.Results;

/// <summary>One of <see cref="CellAxes.All"/>.</summary>
/// <param name="Name">As in result files, tables and answers.</param>
/// <param name="Value">As there; null where a cell has none.</param>
public sealed record CellAxis(string Name, Func<CellAxes, string?> Value)
{
    /// <summary>The value that goes without saying, and that a cell has which names none; null: there is none.</summary>
    public string? Usual { get; init; }

    /// <summary>Whether a list of all axes says the usual value too.</summary>
    public bool IsAlwaysSaid { get; init; }

    /// <summary>A value for a reader.</summary>
    public Func<string, string> Words { get; init; } = value => value;

    public bool IsUsual(CellAxes axes) => Usual is not null && (Value(axes) ?? Usual) == Usual;

    public string? InWords(CellAxes axes) => Value(axes) is { } value ? Words(value) : null;
}
