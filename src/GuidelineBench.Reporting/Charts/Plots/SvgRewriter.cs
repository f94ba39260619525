using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using ScottPlot;

namespace GuidelineBench.Reporting.Charts.Plots;

/// <summary>
/// Makes of the SVG that Skia writes one for a page: colours of the page's theme, classes and titles of marks, patterns,
/// whole texts in the reader's font. Only what has one of the given colours is kept; clips go, as all lies inside the picture.
/// </summary>
/// <param name="id">Unique on the page; ids of patterns begin with it.</param>
internal sealed partial class SvgRewriter(string id, SvgColours colours)
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";
    private readonly SortedSet<BarPattern> patterns = [];

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <param name="drawn">What Skia wrote.</param>
    /// <param name="alternative">For those who cannot see it; null for a picture that says nothing by itself.</param>
    /// <param name="style">A style sheet of its own; null in a page.</param>
    public XElement Rewrite(XElement drawn, PixelSize size, string classes, string? alternative, string? style = null)
    {
        XElement[] parts = [.. drawn.Descendants().Where(element => !element.HasElements).SelectMany(Part)];
        return new XElement(
            Namespace + "svg",
            new XAttribute("viewBox", $"0 0 {Number(size.Width)} {Number(size.Height)}"),
            new XAttribute("class", classes),
            alternative is null
                ? new XAttribute("aria-hidden", "true")
                : new object[] { new XAttribute("role", "img"), new XAttribute("aria-label", Clean(alternative)), Title(alternative) },
            style is null ? null : new XElement(Namespace + "style", style),
            patterns.Count == 0 ? null : new XElement(Namespace + "defs", patterns.Select(Pattern)),
            parts);
    }

    private IEnumerable<XElement> Part(XElement element)
    {
        string attribute = colours.Find(element.Attribute("fill")?.Value) is null ? "stroke" : "fill";
        if (colours.Find(element.Attribute(attribute)?.Value) is not { } part)
            return [];
        return element.Name.LocalName == "text" ? [Text(element, part)] : Shape(element, part, attribute);
    }

    private IEnumerable<XElement> Shape(XElement element, SvgPart part, string attribute)
    {
        var shape = new XElement(
            Namespace + element.Name.LocalName,
            from given in element.Attributes()
            where given.Name.LocalName is "x" or "y" or "width" or "height" or "x1" or "y1" or "x2" or "y2" or "cx" or "cy" or "r" or "rx" or "ry"
                or "d" or "points" or "transform" or "stroke-width"
            select new XAttribute(given.Name.LocalName, Rounded(given.Value)),
            attribute == "stroke" && element.Name.LocalName != "line" ? new XAttribute("fill", "none") : null,
            part.Colour is null ? null : new XAttribute(attribute, part.Colour),
            part.Dash is null ? null : new XAttribute("stroke-dasharray", part.Dash),
            part.Opacity is null ? null : new XAttribute("fill-opacity", part.Opacity),
            part.Classes is null ? null : new XAttribute("class", part.Classes),
            part.Title is null ? null : Title(part.Title));
        yield return shape;
        if (part.Pattern == BarPattern.Plain)
            yield break;
        patterns.Add(part.Pattern);
        var over = new XElement(shape);
        over.RemoveNodes();
        over.SetAttributeValue("class", "over");
        over.SetAttributeValue("fill", $"url(#{PatternId(part.Pattern)})");
        yield return over;
    }

    /// <summary>Skia writes where each glyph begins, in its own font.</summary>
    private static XElement Text(XElement element, SvgPart part)
    {
        bool isBold = element.Attribute("font-weight")?.Value is { } weight and not "400" and not "normal";
        float size = float.Parse(element.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
        string text = part.Text ?? element.Value.Trim();
        double x = First("x"), y = First("y"), width = ChartFonts.Width(text, size, isBold);
        x += part.Anchor switch { HorizontalAlignment.Center => width / 2, HorizontalAlignment.Right => width, _ => 0 };
        return new XElement(
            Namespace + "text",
            Placed(element.Attribute("transform")?.Value, x, y),
            new XAttribute("font-size", Number(size)),
            isBold ? new XAttribute("font-weight", "600") : null,
            part.Anchor == HorizontalAlignment.Left ? null : new XAttribute("text-anchor", part.Anchor == HorizontalAlignment.Center ? "middle" : "end"),
            part.Colour is null ? null : new XAttribute("fill", part.Colour),
            part.Classes is null ? null : new XAttribute("class", part.Classes),
            Clean(text));

        double First(string name) => double.Parse(element.Attribute(name)!.Value.Split(',', ' ')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>A text that is moved lies there; one that is turned keeps its matrix.</summary>
    private static IEnumerable<XAttribute> Placed(string? transform, double x, double y)
    {
        double[] numbers = [.. Decimal().Matches(transform ?? "").Select(match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture))];
        if (numbers.Length == 6)
        {
            // Of a turn by an angle the first column is its cosine and sine.
            double angle = Math.Atan2(numbers[1], numbers[0]) * 180 / Math.PI;
            (double left, double top) = (numbers[4] + x * numbers[0] + y * numbers[2], numbers[5] + x * numbers[1] + y * numbers[3]);
            yield return new XAttribute("transform", $"translate({Number(left)} {Number(top)}) rotate({Number(angle)})");
            yield break;
        }

        yield return new XAttribute("x", Number(x + (numbers.Length > 0 ? numbers[0] : 0)));
        yield return new XAttribute("y", Number(y + (numbers.Length > 1 ? numbers[1] : 0)));
    }

    private XElement Pattern(BarPattern pattern)
    {
        (string data, float width) = ChartPatterns.Strokes(pattern);
        return new XElement(
            Namespace + "pattern",
            new XAttribute("id", PatternId(pattern)),
            new XAttribute("patternUnits", "userSpaceOnUse"),
            new XAttribute("width", ChartPatterns.Size),
            new XAttribute("height", ChartPatterns.Size),
            new XElement(Namespace + "path", new XAttribute("d", data), new XAttribute("class", "stroke"), new XAttribute("stroke-width", Number(width))));
    }

    private string PatternId(BarPattern pattern) => $"{id}-{pattern.ToString().ToLowerInvariant()}";

    private static XElement Title(string text) => new(Namespace + "title", Clean(text));

    private static string Rounded(string value) =>
        Decimal().Replace(value, match => Number(double.Parse(match.ValueSpan, CultureInfo.InvariantCulture)));

    /// <summary>Characters that XML has not are left out.</summary>
    private static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));

    [GeneratedRegex(@"-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?")]
    private static partial Regex Decimal();
}
