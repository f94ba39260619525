using System.Text.RegularExpressions;

namespace GuidelineBench.Reporting.Exports;

/// <summary>Documents and blocks as Markdown, for summaries, pull requests and build logs. What a file says stays text.</summary>
public static partial class Markdown
{
    public static string Write(Document document)
    {
        // Two spaces at the end keep the lines apart when they are rendered.
        string lines = string.Concat(document.Lines.Select(line => Of(line) + "  \n"));
        // These said what a page leads with.
        IEnumerable<IBlock> head = document.Head.Where(block => block is not (Paragraph { Kind: ParagraphKind.Lead } or BulletList { Kind: ListKind.News }));
        return Ended($"{lines}\n# {Escape(document.Title)}\n\n{Of(head, depth: 1)}{string.Concat(document.Sections.Select(Write))}");
    }

    public static string Write(params IEnumerable<IBlock> blocks) => Ended(Of(blocks, depth: 1));

    public static string Write(Section section) => Of(section, depth: 2);

    private static string Ended(string text) => text.TrimEnd('\n') + "\n";

    private static string Of(Section section, int depth)
    {
        if (section.Summary == SummaryPart.Nothing)
            return "";
        string heading = section.Tag.Length == 0 ? section.Heading : $"{section.Tag}: {section.Heading}";
        IEnumerable<IBlock> blocks = section.Blocks.Where(block =>
            section.Summary == SummaryPart.Whole || block is not (Table or Paragraph { Kind: ParagraphKind.Key } or BulletList { Kind: ListKind.Notes }));
        return Heading(heading, depth) + Of(blocks, depth) + string.Concat(section.Sections.Select(inner => Of(inner, depth + 1)));
    }

    private static string Of(IEnumerable<IBlock> blocks, int depth) => string.Concat(blocks.Select(block => Of(block, depth)));

    private static string Of(IBlock block, int depth) => block switch
    {
        Paragraph paragraph => Begun(Of(paragraph.Text)) + "\n\n",
        Heading heading => Heading(heading.Words, depth + 1),
        BulletList { Items.IsEmpty: false } list => string.Concat(list.Items.Select(item => $"- {Begun(Of(item))}\n")) + "\n",
        Facts facts => Of(new Columns<(string Name, string Value)>().Text("fact", fact => fact.Name).Text("value", fact => fact.Value).Table("", facts.Pairs)),
        Figure figure => Begun(Escape(figure.Chart.Title)) + ".\n\n",
        Table table => Of(table),
        _ => "",
    };

    private static string Heading(string words, int depth) => $"{new string('#', depth)} {Escape(words)}\n\n";

    /// <summary>The heads of groups are a first column; charts in cells are left out.</summary>
    private static string Of(Table table)
    {
        int[] shown = [.. Enumerable.Range(0, table.Columns.Length).Where(column => table.Columns[column].Kind != ColumnKind.Picture)];
        string[] first = table.GroupedBy.Length > 0 ? [table.GroupedBy] : [];
        // A cell that takes several columns leaves those after its first empty.
        IEnumerable<string> rows =
            from rowGroup in table.Groups
            from row in rowGroup.Rows
            let cells = row.SelectMany(cell => Enumerable.Repeat("", cell.Columns - 1).Prepend(Of(cell.Text))).ToArray()
            select Row([.. first.Select(_ => Escape(rowGroup.Head)), .. shown.Select(column => cells[column])]);
        return Row([.. first, .. shown.Select(column => HeadOf(table.Columns[column]))])
            + Row([.. first.Select(_ => "---"), .. shown.Select(column => table.Columns[column].IsNumber ? "---:" : "---")])
            + string.Concat(rows) + "\n";
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string HeadOf(Column column) => Escape(column.Group.Length == 0 ? column.Head.Plain : $"{column.Group}: {column.Head.Plain}");

    private static string Of(Text text) => string.Concat(text.Select(phrase => phrase.Kind switch
    {
        PhraseKind.Strong => $"**{Escape(phrase.Words)}**",
        PhraseKind.Code when phrase.Words.All(letter => !char.IsControl(letter) && letter is not ('`' or '<' or '|')) => $"`{phrase.Words}`",
        // Ids of the page are none of Markdown's.
        PhraseKind.Link when !phrase.Target.StartsWith('#') => $"[{Written(SpecialInLinks(), phrase.Words)}]({phrase.Target})",
        PhraseKind.Break => " ",
        _ => Escape(phrase.Words),
    }));

    /// <summary>What begins a line must not begin a list, a quote, a rule or a box to tick.</summary>
    private static string Begun(string line) =>
        line is ['-' or '+' or '=', ..] or ['[', _, ']', ..] ? "\\" + line : Numbered().Replace(line, "$1\\$2");

    /// <summary>Literal text inside a line or a cell. Brackets are left as they are but where they would make a link or its target.</summary>
    private static string Escape(string words) => Written(Special(), words);

    private static string Written(Regex special, string words) => special.Replace(words, found => found.ValueSpan[0] is < ' ' or >= '\x7F' ? " " : "\\" + found.Value);

    [GeneratedRegex(@"^(\d+)([.)])")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\\`*_<>|#~&!]|\](?=[(\[:])")]
    private static partial Regex Special();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029\\`*_<>|#~&!\[\]]")]
    private static partial Regex SpecialInLinks();
}
