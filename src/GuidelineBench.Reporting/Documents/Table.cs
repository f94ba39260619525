using System.Collections.Immutable;

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
