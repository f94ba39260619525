namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>A table as HTML, in a box that scrolls by itself, by keyboard too.</summary>
internal static class HtmlTable
{
    private const int LongestHead = 24;

    public static Markup Of(Table table)
    {
        Markup whole = $"""
            <table{Class(table.Shape switch { TableShape.Wide => "wide", TableShape.Small => "small", _ => "" })}>
            <thead>
            {GroupNames(table)}<tr>{table.Columns.Select(column => Head(column, table.Shape))}</tr>
            </thead>
            {table.Groups.Select(group => Markup.Of($"<tbody>\n{Head(table, group.Head)}{group.Rows.Select(row => Row(table, row))}</tbody>\n"))}</table>

            """;
        return table.Shape == TableShape.Small
            ? whole
            : $"<div class=\"scroll{(table.Shape == TableShape.Long ? " long" : "")}\" tabindex=\"0\" role=\"region\" aria-label=\"{table.Name}\">\n{whole}</div>\n";
    }

    /// <summary>Names above several columns; a column outside of all groups has an empty cell, which is no head.</summary>
    private static Markup GroupNames(Table table)
    {
        if (table.Columns.All(column => column.Group.Length == 0))
            return default;
        int[] starts = [.. Enumerable.Range(0, table.Columns.Length).Where(column => column == 0 || table.Columns[column].StartsGroup)];
        return $"<tr class=\"over-head\">{starts.Zip([.. starts.Skip(1), table.Columns.Length], (first, end) => GroupName(table.Columns[first], end - first))}</tr>\n";
    }

    private static Markup GroupName(Column first, int columns) => first.Group.Length == 0
        ? Markup.Of($"<td colspan=\"{columns}\"{Class(first.StartsGroup ? "from" : "")}></td>")
        : $"<th colspan=\"{columns}\" scope=\"colgroup\" class=\"from\">{first.Group}</th>";

    private static Markup Head(Column column, TableShape shape)
    {
        string kind = column.Kind is ColumnKind.Name or ColumnKind.Text or ColumnKind.Prose or ColumnKind.Judged or ColumnKind.Picture ? KindClass(column.Kind) : "";
        return column.Head.Any()
            ? Markup.Of($"<th scope=\"col\"{Class(kind, column.Head.Plain.Length > LongestHead ? "head" : "", From(column, shape))}>{HtmlBlocks.Of(column.Head)}</th>")
            : $"<td></td>";
    }

    /// <summary>In a wide table the head of a group stays in sight beside an empty cell; else it takes the line.</summary>
    private static Markup Head(Table table, string head) => (table.GroupedBy, head, table.Shape) switch
    {
        ("", _, _) => default,
        (_, "", _) => $"<tr class=\"scale\"><td colspan=\"{table.Columns.Length}\"></td></tr>\n",
        (_, _, TableShape.Wide) => $"<tr class=\"scale\"><th scope=\"rowgroup\" class=\"name\">{head}</th><td colspan=\"{table.Columns.Length - 1}\"></td></tr>\n",
        _ => $"<tr class=\"scale\"><th scope=\"rowgroup\" class=\"name\" colspan=\"{table.Columns.Length}\">{head}</th></tr>\n",
    };

    private static Markup Row(Table table, ImmutableArray<Cell> row)
    {
        int next = 0;
        return $"<tr>{row.Select(cell => Of(cell, table.Columns[(next += cell.Columns) - cell.Columns], table.Shape))}</tr>\n";
    }

    private static Markup Of(Cell cell, Column column, TableShape shape) => cell switch
    {
        { Columns: > 1 } => $"<td colspan=\"{cell.Columns}\"{Class("instead", From(column, shape))}>{HtmlBlocks.Of(cell.Text)}</td>",
        _ when column.Kind == ColumnKind.Name => $"<th scope=\"row\" class=\"name\">{HtmlBlocks.Of(cell.Text)}</th>",
        { Chart: { } chart } => $"<td class=\"picture\">{HtmlFigure.Of(chart)}</td>",
        _ => $"<td{Class(KindClass(column.Kind), From(column, shape))}{Attribute("title", cell.Title)}{Attribute("data-sort", cell.Sort?.ToString("R", CultureInfo.InvariantCulture))}>{HtmlBlocks.Of(cell.Text)}</td>",
    };

    private static string From(Column column, TableShape shape) => column.StartsGroup && shape == TableShape.Wide ? "from" : "";

    private static string KindClass(ColumnKind kind) => kind == ColumnKind.Number ? "" : kind.ToString().ToLowerInvariant();

    private static Markup Class(params IEnumerable<string> names) =>
        Attribute("class", string.Join(' ', names.Where(name => name.Length > 0)) is { Length: > 0 } all ? all : null);

    private static Markup Attribute(string name, string? value) => value is null ? default : Markup.Of($" {name}=\"{value}\"");
}
