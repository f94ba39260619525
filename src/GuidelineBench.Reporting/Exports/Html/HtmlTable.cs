using System.Globalization;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>A table as HTML, in a box that scrolls by itself, by keyboard too.</summary>
internal static class HtmlTable
{
    /// <summary>Longer heads of a column take several lines.</summary>
    private const int LongestHead = 24;

    public static void Add(HtmlText html, Table table)
    {
        bool isSmall = table.Shape == TableShape.Small;
        if (!isSmall)
            html.Add($"<div class=\"scroll{(table.Shape == TableShape.Long ? " long" : "")}\" tabindex=\"0\" role=\"region\" aria-label=\"{table.Name}\">\n");
        html.Add($"<table{Class(table.Shape switch { TableShape.Wide => "wide", TableShape.Small => "small", _ => "" })}>\n<thead>\n");
        AddGroups(html, table);
        html.Add($"<tr>");
        foreach (Column column in table.Columns)
            if (!column.Head.Any())
                html.Add($"<td></td>");
            else
                html.Add($"<th scope=\"col\"{Class(HeadClass(column, table.Shape))}>{HtmlBlocks.Of(column.Head)}</th>");
        html.Add($"</tr>\n</thead>\n");
        foreach (RowGroup group in table.Groups)
        {
            html.Add($"<tbody>\n");
            AddHead(html, table, group.Head);
            foreach (var row in group.Rows)
                AddRow(html, table, row);
            html.Add($"</tbody>\n");
        }

        html.Add($"</table>\n");
        if (!isSmall)
            html.Add($"</div>\n");
    }

    /// <summary>Names above several columns; a column outside of all groups has an empty cell, which is no head.</summary>
    private static void AddGroups(HtmlText html, Table table)
    {
        if (table.Columns.All(column => column.Group.Length == 0))
            return;
        html.Add($"<tr class=\"over-head\">");
        for (int first = 0, end; first < table.Columns.Length; first = end)
        {
            Column column = table.Columns[first];
            for (end = first + 1; end < table.Columns.Length && !table.Columns[end].StartsGroup; end++)
                continue;
            if (column.Group.Length == 0)
                html.Add($"<td colspan=\"{end - first}\"{Class(column.StartsGroup ? "from" : "")}></td>");
            else
                html.Add($"<th colspan=\"{end - first}\" scope=\"colgroup\" class=\"from\">{column.Group}</th>");
        }

        html.Add($"</tr>\n");
    }

    /// <summary>In a wide table the head of a group stays in sight beside an empty cell; else it takes the line.</summary>
    private static void AddHead(HtmlText html, Table table, string head)
    {
        if (table.GroupedBy.Length == 0)
            return;
        int columns = table.Columns.Length;
        if (head.Length == 0)
            html.Add($"<tr class=\"scale\"><td colspan=\"{columns}\"></td></tr>\n");
        else if (table.Shape == TableShape.Wide)
            html.Add($"<tr class=\"scale\"><th scope=\"rowgroup\" class=\"name\">{head}</th><td colspan=\"{columns - 1}\"></td></tr>\n");
        else
            html.Add($"<tr class=\"scale\"><th scope=\"rowgroup\" class=\"name\" colspan=\"{columns}\">{head}</th></tr>\n");
    }

    private static void AddRow(HtmlText html, Table table, IReadOnlyList<Cell> row)
    {
        html.Add($"<tr>");
        int at = 0;
        foreach (Cell cell in row)
        {
            Column column = table.Columns[at];
            string from = column.StartsGroup && table.Shape == TableShape.Wide ? "from" : "";
            at += cell.Columns;
            if (cell.Columns > 1)
                html.Add($"<td colspan=\"{cell.Columns}\"{Class("instead", from)}>{HtmlBlocks.Of(cell.Text)}</td>");
            else if (column.Kind == ColumnKind.Name)
                html.Add($"<th scope=\"row\"{Class("name")}>{HtmlBlocks.Of(cell.Text)}</th>");
            else if (cell.Chart is { } chart)
                html.Add($"<td{Class("picture")}>{HtmlFigure.Picture(chart)}</td>");
            else
                html.Add($"<td{Class(KindClass(column.Kind), from)}{Attribute("title", cell.Title)}{Attribute("data-sort", cell.Sort?.ToString("R", CultureInfo.InvariantCulture))}>{HtmlBlocks.Of(cell.Text)}</td>");
        }

        html.Add($"</tr>\n");
    }

    private static string HeadClass(Column column, TableShape shape)
    {
        string kind = column.Kind is ColumnKind.Name or ColumnKind.Text or ColumnKind.Prose or ColumnKind.Judged or ColumnKind.Picture ? KindClass(column.Kind) : "";
        return string.Join(' ', new[] { kind, column.Head.Plain.Length > LongestHead ? "head" : "", column.StartsGroup && shape == TableShape.Wide ? "from" : "" }.Where(name => name.Length > 0));
    }

    private static string KindClass(ColumnKind kind) => kind == ColumnKind.Number ? "" : kind.ToString().ToLowerInvariant();

    private static Markup Class(params ReadOnlySpan<string> names)
    {
        string all = string.Join(' ', [.. names]).Trim();
        return new Markup(all.Length == 0 ? "" : $" class=\"{all}\"");
    }

    private static Markup Attribute(string name, string? value)
    {
        var html = new HtmlText();
        if (value is not null)
            html.Add($" {name}=\"{value}\"");
        return new Markup(html.ToString());
    }
}
