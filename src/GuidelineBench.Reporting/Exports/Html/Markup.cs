using System.Runtime.CompilerServices;
using System.Text;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>HTML: what is literal in an interpolated string is markup, what is filled in is escaped.</summary>
[InterpolatedStringHandler]
internal readonly struct Markup
{
    private readonly StringBuilder? html;

    /// <summary>The lengths that the compiler tells are of no use here.</summary>
    public Markup(int literalLength, int formattedCount) => html = new StringBuilder();

    /// <param name="html">Is written as it is.</param>
    public Markup(string html) => this.html = new StringBuilder(html);

    public static Markup Of(Markup markup) => markup;

    public void AppendLiteral(string markup) => html!.Append(markup);
    public void AppendFormatted(int number) => html!.Append(CultureInfo.InvariantCulture, $"{number}");
    public void AppendFormatted(Markup markup) => html!.Append(markup.html);

    public void AppendFormatted(IEnumerable<Markup> pieces)
    {
        foreach (Markup piece in pieces)
            AppendFormatted(piece);
    }

    /// <summary>Text for content and for attributes in double quotes; a character that HTML must not hold becomes U+FFFD.</summary>
    public void AppendFormatted(string? text)
    {
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => IsAllowed(rune.Value) ? null : "\uFFFD" } is { } escaped)
                html!.Append(escaped);
            else
                html!.Append(rune);
        }
    }

    public override string ToString() => html?.ToString() ?? "";

    private static bool IsAllowed(int rune) =>
        rune is '\t' or '\n' || (rune is >= 0x20 and not (>= 0x7F and <= 0x9F) and not (>= 0xFDD0 and <= 0xFDEF) && (rune & 0xFFFE) != 0xFFFE);
}
