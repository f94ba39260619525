using System.Xml.Linq;

namespace GuidelineBench.Reporting.Charts;

/// <summary>A picture as a file that stands alone, in the reader's light or dark theme.</summary>
internal static class ChartFile
{
    public static XElement Style() => Svg.Element("style", EmbeddedText.Read("themes.css") + EmbeddedText.Read("chart.css"));

    public static string Write(XElement picture) => picture.ToString(SaveOptions.DisableFormatting) + "\n";
}
