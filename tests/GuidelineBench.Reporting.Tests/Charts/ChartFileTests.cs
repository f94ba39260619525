using System.Globalization;
using System.Xml.Linq;
using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Charts;

public sealed class ChartFileTests
{
    private static readonly ReportDocument[] Files =
    [
        .. Report.Build([SampleRun.Named]).Where(document => document.RelativePath.EndsWith(".svg", StringComparison.Ordinal)),
        .. Report.Build([SampleRun.Both]).Where(document => document.RelativePath.EndsWith(".svg", StringComparison.Ordinal)),
        .. Report.Build([ReportPages.DepthFirst]).Where(document => document.RelativePath.EndsWith(".svg", StringComparison.Ordinal)),
        .. Report.Build([SampleNetworks.Named]).Where(document => document.RelativePath.EndsWith(".svg", StringComparison.Ordinal)),
        .. Report.Build([ReportPages.Hostile]).Where(document => document.RelativePath.EndsWith(".svg", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Each_table_the_memory_access_and_the_roofline_have_a_file() => Assert.Equal(
        new[] { "memory-access", "roofline", "table1", "table2", "table3", "table4" }
            .SelectMany(name => new[] { $"charts/{name}-dark.png", $"charts/{name}-light.png", $"charts/{name}.svg" }),
        Report.Build([SampleRun.Named]).Select(document => document.RelativePath).Where(path => path.StartsWith("charts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_section_of_networks_has_a_file() => Assert.Equal(
        ["accuracy", "accuracy-by-level", "alexnet", "appendix1a", "appendix1b", "predicted", "reuse", "roofline", "split", "table6", "table7", "table8", "work"],
        Report.Build([SampleNetworks.Named]).Where(document => document.RelativePath.EndsWith(".svg", StringComparison.Ordinal))
            .Select(document => Path.GetFileNameWithoutExtension(document.RelativePath)).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_file_stands_alone_in_both_themes() => Assert.All(Files, file =>
    {
        XElement picture = XElement.Parse(file.Content);
        Assert.Equal("{http://www.w3.org/2000/svg}svg", picture.Name);
        Assert.Equal("img", picture.Attribute("role")?.Value);
        Assert.NotEmpty(picture.Elements().First().Value);
        Assert.Contains("prefers-color-scheme: dark", file.Content);
        Assert.DoesNotContain("<script", file.Content);
        Assert.DoesNotContain("href", file.Content);
    });

    [Fact]
    public void Text_lies_inside_the_picture_and_marks_do_too() => Assert.All(Files, file =>
    {
        XElement picture = XElement.Parse(file.Content);
        double[] box = [.. picture.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
        foreach (XElement element in picture.Descendants().Where(element => element.Name.LocalName is "text" or "rect" && element.Attribute("x") is not null))
        {
            if (element.Attribute("transform") is not null)
                continue;
            double left = Number(element.Attribute("x")!.Value);
            // 0.65 em per character is the mean width of DejaVu Sans, one of the widest fonts in use.
            double width = element.Name.LocalName == "rect" ? Number(element.Attribute("width")!.Value) : element.Value.Length * 0.65 * FontSize(element);
            (double from, double to) = element.Attribute("text-anchor")?.Value switch
            {
                "middle" => (left - width / 2, left + width / 2),
                "end" => (left - width, left),
                _ => (left, left + width),
            };
            Assert.InRange(from, box[0], box[2]);
            Assert.InRange(to, box[0], box[2]);
        }
    });

    [Fact]
    public void A_bar_is_as_long_as_its_value_from_zero()
    {
        XElement picture = XElement.Parse(ReportPages.Content(Report.Build([SampleRun.Named]), "charts/table1.svg"));
        (double Width, double Value)[] bars =
        [
            .. from bar in picture.Descendants()
               where bar.Attribute("class")?.Value.StartsWith("bar ", StringComparison.Ordinal) == true && bar.HasElements
               let text = bar.Elements().Single().Value
               let value = text[(text.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split('x')[0]
               select (Number(bar.Attribute("width")!.Value), Number(value)),
        ];

        Assert.Equal(3 * 4 * 3, bars.Length);
        double unit = bars.First(bar => bar.Value == 1).Width;
        Assert.All(bars, bar => Assert.InRange(bar.Width / unit, bar.Value - 0.006, bar.Value + 0.006));
    }

    private static double FontSize(XElement text) => Number(text.Attribute("font-size")!.Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
