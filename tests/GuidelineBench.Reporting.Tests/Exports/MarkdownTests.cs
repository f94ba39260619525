using GuidelineBench.Reporting.Documents;
using GuidelineBench.Reporting.Exports;

namespace GuidelineBench.Reporting.Tests.Exports;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("a | <b> [c](d) *e*\nf", @"a \| \<b\> [c\](d) \*e\* f")]
    [InlineData("&lt; `x` ~y~ #z\u0001\u2028!", @"\&lt; \`x\` \~y\~ \#z  \!")]
    public void What_a_file_says_is_text(string words, string written)
    {
        Assert.Equal(written + "\n", Markdown.Write(new Paragraph(words)));
        Assert.Contains($"| {written} |", Markdown.Write(new Columns<string>().Text("", row => row).Table("", [words])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- a", "\\- a")]
    [InlineData("+1", "\\+1")]
    [InlineData("=", "\\=")]
    [InlineData("12. a", "12\\. a")]
    [InlineData("3) a", "3\\) a")]
    [InlineData("3.5 a", "3\\.5 a")]
    [InlineData("3x a", "3x a")]
    [InlineData("[x] a", "\\[x] a")]
    [InlineData("[x]: a", "[x\\]: a")]
    [InlineData("1 [2, 3]", "1 [2, 3]")]
    public void What_begins_a_line_begins_no_list(string words, string written)
    {
        Assert.Equal(written + "\n", Markdown.Write(new Paragraph(words)));
        Assert.Equal($"- {written}\n", Markdown.Write(BulletList.Of([words])));
    }

    [Fact]
    public void Phrases_keep_their_kind_where_that_is_safe() => Assert.Equal(
        "**a\\*b** `c d` e\\`f [g\\[](h.csv) i j\n",
        Markdown.Write(new Paragraph([Phrase.Strong("a*b"), " ", Phrase.Code("c d"), " ", Phrase.Code("e`f"), " ", Phrase.Link("g[", "h.csv"), " ", Phrase.Link("i", "#id"), Phrase.Break, Phrase.Quiet("j")])));

    [Fact]
    public void Heads_of_groups_are_a_column_and_names_above_columns_stand_before_their_heads()
    {
        Table table = new Columns<int>()
            .Name("row", row => $"r{row}")
            .Group("here", instead: row => row == 2 ? "skipped" : null)
            .Number("one", row => $"{row}")
            .Number("two", row => $"{2 * row}")
            .Add(ColumnKind.Picture, "picture", _ => "")
            .Group("")
            .Text("three", _ => "t")
            .Table("", "parity", new[] { 1, 2, 3 }.GroupBy(row => row % 2), parity => parity == 0 ? "even" : "odd");

        Assert.Equal(
            """
            | parity | row | here: one | here: two | three |
            | --- | --- | ---: | ---: | --- |
            | odd | r1 | 1 | 2 | t |
            | odd | r3 | 3 | 6 | t |
            | even | r2 | skipped |  | t |

            """,
            Markdown.Write(table));
    }

    [Fact]
    public void A_section_has_what_its_summary_asks_for()
    {
        IBlock[] blocks = [new Paragraph("Sentence."), BulletList.Of(["item"]), new Columns<int>().Number("n", row => $"{row}").Table("", [1]), Paragraph.Key("How to read it.")];

        Assert.Equal("## Table 1: Heading\n\nSentence.\n\n- item\n\n| n |\n| ---: |\n| 1 |\n\nHow to read it.\n\n", Markdown.Write(new Section("id", "Heading", blocks) { Tag = "Table 1" }));
        Assert.Equal("## Heading\n\nSentence.\n\n- item\n\n", Markdown.Write(new Section("id", "Heading", blocks) { Summary = SummaryPart.Findings }));
        Assert.Empty(Markdown.Write(new Section("id", "Heading", blocks) { Summary = SummaryPart.Nothing }));
    }

    [Fact]
    public void A_document_says_nothing_of_its_first_lines_again()
    {
        Document document = new("Title", "Heading", ["Trust A: steady"])
        {
            Head = [new Paragraph([Phrase.Strong("Trust A:"), " steady"], ParagraphKind.Lead), new Facts([("cpu", "a|b")])],
        };

        Assert.Equal("Trust A: steady  \n\n# Title\n\n| fact | value |\n| --- | --- |\n| cpu | a\\|b |\n", Markdown.Write(document));
    }
}
