namespace GuidelineBench.Reporting.Documents;

/// <summary>Columns by what they show of a row, from the left: data that a page, Markdown and CSV write.</summary>
public sealed class Columns<TRow>
{
    private readonly List<(Column Column, Func<TRow, Cell> Cell, Func<TRow, string?>? Instead)> all = [];

    private (string Name, Func<TRow, string?>? Instead) group = ("", null);

    private bool startsGroup;

    public IEnumerable<string> Heads => all.Select(column => column.Column.Head.Plain);

    /// <summary>Begins columns that stand under one name.</summary>
    /// <param name="name">Empty for none.</param>
    /// <param name="instead">What stands in place of all of them; null for their cells.</param>
    public Columns<TRow> Group(string name, Func<TRow, string?>? instead = null)
    {
        (group, startsGroup) = ((name, instead), true);
        return this;
    }

    public Columns<TRow> Name(Text head, Func<TRow, Cell> cell) => Add(ColumnKind.Name, head, cell);

    public Columns<TRow> Text(Text head, Func<TRow, Cell> cell) => Add(ColumnKind.Text, head, cell);

    public Columns<TRow> Prose(Text head, Func<TRow, Cell> cell) => Add(ColumnKind.Prose, head, cell);

    public Columns<TRow> Number(Text head, Func<TRow, Cell> cell) => Add(ColumnKind.Number, head, cell);

    public Columns<TRow> Strong(Text head, Func<TRow, Cell> cell) => Add(ColumnKind.Strong, head, cell);

    public Columns<TRow> Quiet(Text head, Func<TRow, Cell> cell) => Add(ColumnKind.Quiet, head, cell);

    public Columns<TRow> Add(ColumnKind kind, Text head, Func<TRow, Cell> cell)
    {
        all.Add((new Column(head, kind, group.Name, startsGroup), cell, group.Instead));
        startsGroup = false;
        return this;
    }

    /// <summary>Columns that are there under a condition.</summary>
    public Columns<TRow> If(bool condition, Func<Columns<TRow>, Columns<TRow>> more) => condition ? more(this) : this;

    /// <summary>Columns for each of some items.</summary>
    public Columns<TRow> Each<TItem>(IEnumerable<TItem> items, Func<Columns<TRow>, TItem, Columns<TRow>> more) => items.Aggregate(this, more);

    public Table Table(string name, IEnumerable<TRow> rows, TableShape shape = TableShape.Plain) =>
        new(name, "", [.. all.Select(column => column.Column)], [new RowGroup("", [.. rows.Select(Row)])], shape);

    /// <param name="groupedBy">What <paramref name="head"/> gives, in a word.</param>
    public Table Table<TKey>(string name, string groupedBy, IEnumerable<IGrouping<TKey, TRow>> groups, Func<TKey, string> head, TableShape shape = TableShape.Plain) =>
        new(name, groupedBy, [.. all.Select(column => column.Column)], [.. groups.Select(rows => new RowGroup(head(rows.Key), [.. rows.Select(Row)]))], shape);

    public ImmutableArray<Cell> Row(TRow row)
    {
        ImmutableArray<Cell>.Builder cells = ImmutableArray.CreateBuilder<Cell>(all.Count);
        for (int i = 0; i < all.Count; i++)
        {
            int end = i + 1;
            while (end < all.Count && !all[end].Column.StartsGroup)
                end++;
            bool isFirst = i == 0 || all[i].Column.StartsGroup;
            if (isFirst && all[i].Instead?.Invoke(row) is { } text)
            {
                cells.Add(new Cell(text, Columns: end - i));
                i = end - 1;
            }
            else
            {
                cells.Add(all[i].Cell(row));
            }
        }

        return cells.ToImmutable();
    }
}
