using GuidelineBench.Reporting.Documents;

namespace GuidelineBench.Reporting.Tests.Documents;

public sealed class ColumnsTests
{
    [Fact]
    public void Text_in_place_of_a_group_takes_its_columns_and_no_others()
    {
        Columns<int> columns = new Columns<int>()
            .Name("row", row => $"{row}")
            .Group("a", instead: row => row == 1 ? "none" : null)
            .Number("x", _ => "x")
            .Number("y", _ => "y")
            .Group("b")
            .Number("z", _ => "z");

        Assert.Equal(["1", "none", "z"], columns.Row(1).Select(cell => cell.Text.Plain));
        Assert.Equal([1, 2, 1], columns.Row(1).Select(cell => cell.Columns));
        Assert.Equal(["2", "x", "y", "z"], columns.Row(2).Select(cell => cell.Text.Plain));
    }

    [Fact]
    public void Columns_are_there_under_a_condition_and_for_each_item() => Assert.Equal(
        ["a", "1", "2"],
        new Columns<int>().Name("a", _ => "").If(false, columns => columns.Text("b", _ => "")).Each([1, 2], (columns, item) => columns.Text($"{item}", _ => "")).Heads);

    [Fact]
    public void A_transposed_table_has_rows_for_columns()
    {
        Table table = new Columns<string>().Name("name", row => row).Number("length", row => $"{row.Length}").Number("twice", row => $"{2 * row.Length}")
            .Table("t", ["a", "bcd"]).Transposed("what");

        Assert.Equal(["what", "a", "bcd"], table.Columns.Select(column => column.Head.Plain));
        Assert.Equal([["length", "1", "3"], ["twice", "2", "6"]], table.Groups.Single().Rows.Select(row => row.Select(cell => cell.Text.Plain).ToArray()));
        Assert.Equal(ColumnKind.Number, table.Columns[1].Kind);
    }
}
