using System.Text;
using GuidelineBench.Core.Files;
using GuidelineBench.Reporting.Charts;

namespace GuidelineBench.Reporting.Exports.Html;

/// <summary>A document as one HTML file that fetches nothing.</summary>
internal static class HtmlPage
{
    private const string Eyebrow = "GuidelineBench · guidelines of ShuffleNet V2, measured";

    private static readonly Markup Styles = new(EmbeddedFile.ReadText("themes.css") + EmbeddedFile.ReadText("chart.css") + EmbeddedFile.ReadText("page.css"));

    /// <summary>Sorts and filters tables; without it the page is whole.</summary>
    private static readonly Markup Script = new(EmbeddedFile.ReadText("tables.js"));

    /// <summary>The browser runs this one script and fetches nothing, whatever the page may hold.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-{Convert.ToBase64String(Sha256.HashData(Encoding.UTF8.GetBytes(Script.Html)))}'";

    public static string Write(Document document)
    {
        var html = new HtmlText();
        html.Add($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{document.Title}</title>
            <style>{Styles}</style>
            </head>
            <body>
            <main>
            <header>
            <p class="eyebrow">{Eyebrow}</p>

            """);
        if (document.Back.Any())
            html.Add($"<p class=\"eyebrow\">{HtmlBlocks.Of(document.Back)}</p>\n");
        html.Add($"<h1>{document.Heading}</h1>\n");
        if (ChartRenderer.Fault is { } fault)
            html.Add($"<p class=\"doubtful\">Without pictures, as the library that draws them cannot be loaded here ({fault}); the tables hold all their numbers.</p>\n");
        HtmlBlocks.Add(html, document.Head, depth: 1);
        html.Add($"</header>\n");
        foreach (Section section in document.Sections)
            AddSection(html, section, depth: 2);
        html.Add($"""
            <footer>
            <p>{HtmlBlocks.Of(document.Footer)}</p>
            </footer>
            </main>
            <script>{Script}</script>
            </body>
            </html>

            """);
        return html.ToString();
    }

    /// <param name="depth">Of the section's heading, 2 to 6.</param>
    public static void AddSection(HtmlText html, Section section, int depth)
    {
        // A section of sections is a report of its own within the page.
        (string element, string classes) = section.Sections.IsEmpty ? ("section", "") : ("article", "machine");
        html.Add($"<{element} id=\"{section.Id}\"");
        if (classes.Length > 0)
            html.Add($" class=\"{classes}\"");
        html.Add($">\n<h{depth}>");
        if (section.Tag.Length > 0)
            html.Add($"<span class=\"tag\">{section.Tag}</span> ");
        html.Add($"{section.Heading}</h{depth}>\n");
        HtmlBlocks.Add(html, section.Blocks, depth);
        foreach (Section inner in section.Sections)
            AddSection(html, inner, depth + 1);
        html.Add($"</{element}>\n");
    }
}
