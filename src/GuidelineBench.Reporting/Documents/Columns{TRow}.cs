namespace GuidelineBench.Reporting.Documents;

/// <summary>Columns by what they show of a row, from the left: data that a page, Markdown and CSV write.</summary>
public sealed class Columns<TRow>
{
    private readonly List<ColumnGroup> groups = [new("", null)];

    public IEnumerable<string> Heads => All.Select(column => column.Head.Plain);

    private IEnumerable<Column> All => groups.SelectMany(group => group.Columns).Select(column => column.Column);

    /// <summary>Begins columns that stand under one name.</summary>
    /// <param name="name">Empty for none.</param>
    /// <param name="instead">What stands in place of all of them; null for their cells.</param>
    public Columns<TRow> Group(string name, Func<TRow, string?>? instead = null)
    {
        groups.Add(new ColumnGroup(name, instead));
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
        ColumnGroup group = groups[^1];
        group.Columns.Add((new Column(head, kind, group.Name, StartsGroup: groups.Count > 1 && group.Columns.Count == 0), cell));
        return this;
    }

    public Columns<TRow> If(bool condition, Func<Columns<TRow>, Columns<TRow>> more) => condition ? more(this) : this;

    public Columns<TRow> Each<TItem>(IEnumerable<TItem> items, Func<Columns<TRow>, TItem, Columns<TRow>> more) => items.Aggregate(this, more);

    public Table Table(string name, IEnumerable<TRow> rows, TableShape shape = TableShape.Plain) =>
        new(name, "", [.. All], [new RowGroup("", [.. rows.Select(Row)])], shape);

    /// <param name="groupedBy">What <paramref name="head"/> gives, in a word.</param>
    public Table Table<TKey>(string name, string groupedBy, IEnumerable<IGrouping<TKey, TRow>> groups, Func<TKey, string> head, TableShape shape = TableShape.Plain) =>
        new(name, groupedBy, [.. All], [.. groups.Select(rows => new RowGroup(head(rows.Key), [.. rows.Select(Row)]))], shape);

    public ImmutableArray<Cell> Row(TRow row) =>
    [
        .. groups.SelectMany(group => group.Instead?.Invoke(row) is { } text
            ? [new Cell(text, Columns: group.Columns.Count)]
            : group.Columns.Select(column => column.Cell(row))),
    ];

    private sealed record ColumnGroup(string Name, Func<TRow, string?>? Instead)
    {
        public List<(Column Column, Func<TRow, Cell> Cell)> Columns { get; } = [];
    }
}
