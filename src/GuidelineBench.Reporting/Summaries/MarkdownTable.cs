using System.Text;
using GuidelineBench.Reporting.Texts;

namespace GuidelineBench.Reporting.Summaries;

/// <summary>A table of Markdown; its cells' text is escaped.</summary>
internal static class MarkdownTable
{
    /// <param name="leftColumns">Columns of text, from the left; the others are numbers, aligned right.</param>
    public static void Append(StringBuilder text, IReadOnlyList<string> head, int leftColumns, IEnumerable<IReadOnlyList<string>> rows)
    {
        AppendRow(text, head);
        text.Append('|');
        for (int column = 0; column < head.Count; column++)
            text.Append(column < leftColumns ? " --- |" : " ---: |");
        text.Append('\n');
        foreach (IReadOnlyList<string> row in rows)
            AppendRow(text, row);
        text.Append('\n');
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells)
    {
        text.Append('|');
        foreach (string cell in cells)
            text.Append(' ').Append(MarkdownText.Escape(cell)).Append(" |");
        text.Append('\n');
    }
}
