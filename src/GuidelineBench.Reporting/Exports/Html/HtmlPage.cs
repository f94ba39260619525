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
        $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-{Convert.ToBase64String(Sha256.HashData(Encoding.UTF8.GetBytes(Script.ToString())))}'";

    public static string Write(Document document) => Of(document).ToString();

    private static Markup Of(Document document) => $"""
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
        {(document.Back.Any() ? Markup.Of($"<p class=\"eyebrow\">{HtmlBlocks.Of(document.Back)}</p>\n") : default)}<h1>{document.Heading}</h1>
        {WithoutPictures()}{HtmlBlocks.Of(document.Head, depth: 1)}</header>
        {document.Sections.Select(section => Of(section, depth: 2))}<footer>
        <p>{HtmlBlocks.Of(document.Footer)}</p>
        </footer>
        </main>
        <script>{Script}</script>
        </body>
        </html>

        """;

    private static Markup WithoutPictures() => ChartRenderer.Fault is { } fault
        ? Markup.Of($"<p class=\"doubtful\">Without pictures, as the library that draws them cannot be loaded here ({fault}); the tables hold all their numbers.</p>\n")
        : default;

    /// <param name="depth">Of the section's heading, 2 to 6.</param>
    private static Markup Of(Section section, int depth)
    {
        // A section of sections is a report of its own within the page.
        (string element, string attributes) = section.Sections.IsEmpty ? ("section", "") : ("article", " class=\"machine\"");
        Markup tag = section.Tag.Length == 0 ? default : Markup.Of($"<span class=\"tag\">{section.Tag}</span> ");
        return $"""
            <{element} id="{section.Id}"{new Markup(attributes)}>
            <h{depth}>{tag}{section.Heading}</h{depth}>
            {HtmlBlocks.Of(section.Blocks, depth)}{section.Sections.Select(inner => Of(inner, depth + 1))}</{element}>

            """;
    }
}
