using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Documents;

/// <summary>Rows and columns; <see cref="Columns{TRow}"/> makes one.</summary>
/// <param name="Name">What a reader who does not see the page is told.</param>
/// <param name="GroupedBy">What the heads of the groups are; empty where there is one group without a head.</param>
public sealed record Table(string Name, string GroupedBy, ImmutableArray<Column> Columns, ImmutableArray<RowGroup> Groups, TableShape Shape) : IBlock
{
    /// <summary>Rows become columns, for a table of one group with too many columns to be read.</summary>
    /// <param name="names">Head of the column in which the heads stand.</param>
    public Table Transposed(string names)
    {
        var rows = Groups.Single().Rows;
        return this with
        {
            Columns = [new Column(names, ColumnKind.Name), .. rows.Select(row => new Column(row[0].Text.Plain, Columns[^1].Kind))],
            Groups = [new RowGroup("", [.. Columns.Skip(1).Select((column, index) => (ImmutableArray<Cell>)[column.Head, .. rows.Select(row => row[index + 1])])])],
            Shape = TableShape.Long,
        };
    }
}

/// <param name="Group">Named above several columns; empty for none.</param>
/// <param name="StartsGroup">Whether it is the first of its group.</param>
public sealed record Column(Text Head, ColumnKind Kind, string Group = "", bool StartsGroup = false)
{
    public bool IsNumber => Kind is ColumnKind.Number or ColumnKind.Strong or ColumnKind.Quiet;
}

/// <summary>What the cells of a column hold, by which they are aligned and weighted.</summary>
public enum ColumnKind
{
    /// <summary>Heads of the rows; the first column.</summary>
    Name,
    Text,
    /// <summary>Text that may take several lines.</summary>
    Prose,
    /// <summary>A verdict, what it rests on and what limits it, a line each.</summary>
    Judged,
    Number,
    /// <summary>The number that a table is read for.</summary>
    Strong,
    /// <summary>A number that qualifies the one before it.</summary>
    Quiet,
    /// <summary>A small chart; left out where there are no pictures.</summary>
    Picture,
}

/// <summary>Rows under a head of their own; a table without such heads is one group without a head.</summary>
public sealed record RowGroup(string Head, ImmutableArray<ImmutableArray<Cell>> Rows);

public enum TableShape
{
    Plain,
    /// <summary>Many narrow columns.</summary>
    Wide,
    /// <summary>So many rows that they scroll.</summary>
    Long,
    /// <summary>A few numbers inside a card.</summary>
    Small,
}

/// <param name="Sort">What rows are ordered by, where the text does not begin with the number.</param>
/// <param name="Title">For a reader who points at it.</param>
/// <param name="Columns">How many columns it takes.</param>
/// <param name="Chart">Of a column of pictures, else null: a model that exporters draw in place of the text.</param>
public readonly record struct Cell(Text Text, double? Sort = null, string? Title = null, int Columns = 1, RowOverTime? Chart = null)
{
    public static implicit operator Cell(string? text) => new(text ?? "");
    public static implicit operator Cell(Text text) => new(text);
    public static implicit operator Cell(Phrase phrase) => new(phrase);
}
