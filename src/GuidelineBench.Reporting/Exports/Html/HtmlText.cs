using System.Runtime.CompilerServices;
using System.Text;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>HTML as it grows: what is literal in an interpolated string is markup, what is filled in is escaped.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder html = new();

    public void Add([InterpolatedStringHandlerArgument("")] Piece piece) => _ = piece;

    public override string ToString() => html.ToString();

    /// <summary>Text for content and for attributes in double quotes; a character that HTML must not hold becomes U+FFFD.</summary>
    private void AddEscaped(string? text)
    {
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (rune.Value switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => IsAllowed(rune.Value) ? null : "\uFFFD" } is { } escaped)
                html.Append(escaped);
            else
                html.Append(rune);
        }
    }

    private static bool IsAllowed(int rune) =>
        rune is '\t' or '\n' || (rune is >= 0x20 and not (>= 0x7F and <= 0x9F) and not (>= 0xFDD0 and <= 0xFDEF) && (rune & 0xFFFE) != 0xFFFE);

    [InterpolatedStringHandler]
    internal readonly ref struct Piece
    {
        private readonly HtmlText text;

        /// <summary>The lengths that the compiler tells are of no use here.</summary>
        public Piece(int literalLength, int formattedCount, HtmlText text) => this.text = text;

        public void AppendLiteral(string markup) => text.html.Append(markup);

        public void AppendFormatted(string? words) => text.AddEscaped(words);

        public void AppendFormatted(int number) => text.html.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(Markup markup) => text.html.Append(markup.Html);
    }
}
