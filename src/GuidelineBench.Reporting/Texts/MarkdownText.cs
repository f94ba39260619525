using System.Text;

namespace GuidelineBench.Reporting.Texts;

/// <summary>Text from a file as literal text inside a line or a table cell of Markdown.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]<>|#~&!";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                escaped.Append(' ');
            else if (Special.Contains(c, StringComparison.Ordinal))
                escaped.Append('\\').Append(c);
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
