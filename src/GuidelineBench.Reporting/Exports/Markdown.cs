using System.Text;
using System.Text.RegularExpressions;

namespace GuidelineBench.Reporting.Exports;

/// <summary>Documents and blocks as Markdown, for summaries, pull requests and build logs. What a file says stays text.</summary>
public static partial class Markdown
{
    private const string Special = "\\`*_<>|#~&!", OfLinks = Special + "[]";

    public static string Write(Document document)
    {
        var text = new StringBuilder();
        // Two spaces at the end keep the lines apart when they are rendered.
        foreach (Text line in document.Lines)
            text.Append(Of(line)).Append("  \n");
        text.Append("\n# ").Append(Escape(document.Title)).Append("\n\n");
        // The first lines said what a page leads with.
        foreach (IBlock block in document.Head.Where(block => block is not (Paragraph { Kind: ParagraphKind.Lead } or BulletList { Kind: ListKind.News })))
            Add(text, block, depth: 1);
        foreach (Section section in document.Sections)
            Add(text, section, depth: 2);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    public static string Write(params IEnumerable<IBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (IBlock block in blocks)
            Add(text, block, depth: 1);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    public static string Write(Section section)
    {
        var text = new StringBuilder();
        Add(text, section, depth: 2);
        return text.ToString();
    }

    private static void Add(StringBuilder text, Section section, int depth)
    {
        if (section.Summary == SummaryPart.Nothing)
            return;
        text.Append('#', depth).Append(' ').Append(Escape(section.Tag.Length == 0 ? section.Heading : $"{section.Tag}: {section.Heading}")).Append("\n\n");
        foreach (IBlock block in section.Blocks)
            if (section.Summary == SummaryPart.Whole || block is not (Table or Paragraph { Kind: ParagraphKind.Key } or BulletList { Kind: ListKind.Notes }))
                Add(text, block, depth);
        foreach (Section inner in section.Sections)
            Add(text, inner, depth + 1);
    }

    private static void Add(StringBuilder text, IBlock block, int depth)
    {
        switch (block)
        {
            case Paragraph paragraph:
                text.Append(Begun(Of(paragraph.Text))).Append("\n\n");
                break;
            case Heading heading:
                text.Append('#', depth + 1).Append(' ').Append(Escape(heading.Words)).Append("\n\n");
                break;
            case BulletList list when !list.Items.IsEmpty:
                foreach (Text item in list.Items)
                    text.Append("- ").Append(Begun(Of(item))).Append('\n');
                text.Append('\n');
                break;
            case Facts facts:
                Add(text, new Columns<(string Name, string Value)>().Text("fact", fact => fact.Name).Text("value", fact => fact.Value).Table("", facts.Pairs));
                break;
            case Figure figure:
                text.Append(Begun(Escape(figure.Chart.Title))).Append(".\n\n");
                break;
            case Table table:
                Add(text, table);
                break;
        }
    }

    /// <summary>The heads of groups are a first column; charts in cells are left out.</summary>
    private static void Add(StringBuilder text, Table table)
    {
        int[] shown = [.. Enumerable.Range(0, table.Columns.Length).Where(column => table.Columns[column].Kind != ColumnKind.Picture)];
        string[] first = table.GroupedBy.Length > 0 ? [table.GroupedBy] : [];
        AddRow(text, [.. first, .. shown.Select(column => HeadOf(table.Columns[column]))]);
        AddRow(text, [.. first.Select(_ => "---"), .. shown.Select(column => table.Columns[column].IsNumber ? "---:" : "---")]);
        foreach (RowGroup group in table.Groups)
            foreach (var row in group.Rows)
            {
                // A cell that takes several columns leaves those after its first empty.
                string[] cells = [.. row.SelectMany(cell => Enumerable.Repeat("", cell.Columns - 1).Prepend(Of(cell.Text)))];
                AddRow(text, [.. first.Select(_ => Escape(group.Head)), .. shown.Select(column => cells[column])]);
            }

        text.Append('\n');
    }

    private static string HeadOf(Column column) => Escape(column.Group.Length == 0 ? column.Head.Plain : $"{column.Group}: {column.Head.Plain}");

    private static void AddRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Of(Text text) => string.Concat(text.Select(phrase => phrase.Kind switch
    {
        PhraseKind.Strong => $"**{Escape(phrase.Words)}**",
        PhraseKind.Code when phrase.Words.All(letter => !char.IsControl(letter) && letter is not ('`' or '<' or '|')) => $"`{phrase.Words}`",
        // Ids of the page are none of Markdown's.
        PhraseKind.Link when !phrase.Target.StartsWith('#') => $"[{Escape(phrase.Words, OfLinks)}]({phrase.Target})",
        PhraseKind.Break => " ",
        _ => Escape(phrase.Words),
    }));

    /// <summary>What begins a line must not begin a list, a quote, a rule or a box to tick.</summary>
    private static string Begun(string line) =>
        line is ['-' or '+' or '=', ..] or ['[', _, ']', ..] ? "\\" + line : Numbered().Replace(line, "$1\\$2");

    /// <summary>Literal text inside a line or a cell. Brackets are left as they are but where they would make a link or its target.</summary>
    private static string Escape(string words, string special = Special)
    {
        var escaped = new StringBuilder(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            char letter = words[i];
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
                escaped.Append(' ');
            else if (special.Contains(letter, StringComparison.Ordinal) || (letter == ']' && i + 1 < words.Length && words[i + 1] is '(' or '[' or ':'))
                escaped.Append('\\').Append(letter);
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    [GeneratedRegex(@"^(\d+)([.)])")]
    private static partial Regex Numbered();
}
