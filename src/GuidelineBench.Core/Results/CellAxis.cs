using System.Collections.Immutable;

namespace GuidelineBench.Core.Results;

/// <summary>One of <see cref="CellAxes.All"/>.</summary>
/// <param name="Name">As in result files, tables and answers.</param>
/// <param name="Value">As there; null where a cell has none.</param>
public sealed record CellAxis(string Name, Func<CellAxes, string?> Value)
{
    /// <summary>Values that go without saying, first the one that a cell has which names none; empty: there is none.</summary>
    public ImmutableArray<string> Usual { get; init; } = [];

    /// <summary>Whether a list of all axes says the usual value too.</summary>
    public bool IsAlwaysSaid { get; init; }

    /// <summary>A value for a reader.</summary>
    public Func<string, string> Words { get; init; } = value => value;

    public bool IsUsual(CellAxes axes) => !Usual.IsEmpty && Usual.Contains(Value(axes) ?? Usual[0]);

    public string? InWords(CellAxes axes) => Value(axes) is { } value ? Words(value) : null;
}
