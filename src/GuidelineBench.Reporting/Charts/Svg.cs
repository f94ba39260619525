using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace GuidelineBench.Reporting.Charts;

/// <summary>Elements of SVG. Names and text are escaped by the XML writer; characters that XML has not are left out.</summary>
internal static class Svg
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    public static XAttribute Attribute(string name, double value) => new(name, Number(value));

    public static XAttribute Attribute(string name, string value) => new(name, Clean(value));

    /// <summary>A whole picture: an image for assistive technology, with a text alternative.</summary>
    public static XElement Picture(double width, double height, string alternative, params object?[] content) => Element(
        "svg",
        Attribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
        Attribute("class", "chart"),
        Attribute("role", "img"),
        Attribute("aria-label", alternative),
        Title(alternative),
        content);

    public static XElement Title(string text) => Element("title", Clean(text));

    public static XElement Rectangle(double x, double y, double width, double height, string classes, params object?[] content) => Element(
        "rect", Attribute("x", x), Attribute("y", y), Attribute("width", Math.Max(0, width)), Attribute("height", height), Attribute("class", classes), content);

    public static XElement Line(double x1, double y1, double x2, double y2, string classes) => Element(
        "line", Attribute("x1", x1), Attribute("y1", y1), Attribute("x2", x2), Attribute("y2", y2), Attribute("class", classes));

    /// <param name="anchor">start, middle or end.</param>
    public static XElement Text(double x, double y, string text, string classes, string anchor = "start") => Element(
        "text", Attribute("x", x), Attribute("y", y), Attribute("class", classes), Attribute("text-anchor", anchor), Clean(text));

    public static XElement Moved(double x, double y, params object?[] content) => Element(
        "g", Attribute("transform", $"translate({Number(x)} {Number(y)})"), content);

    private static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
