using System.Xml.Linq;
using GuidelineBench.Reporting.Charts;
using GuidelineBench.Reporting.Charts.Plots;
using GuidelineBench.Reporting.Tests.Pages;
using GuidelineBench.Reporting.Tests.Samples;
using SkiaSharp;

namespace GuidelineBench.Reporting.Tests.Charts;

public sealed class ChartRendererTests
{
    private static readonly ReportDocument[] Documents =
        [.. Report.Build([SampleNetworks.Named]).Where(document => document.RelativePath.StartsWith("charts/", StringComparison.Ordinal))];

    private static readonly BarChart Bars = new(
        "bars", "Two bars", "time, x", [ChartSeries.Measured, ChartSeries.PaperPhone],
        [new BarPanel("x1", [new BarGroup("row", [new Bar(ChartSeries.Measured, 1, null, "one"), new Bar(ChartSeries.PaperPhone, 2, null, "two")])])]);

    [Fact]
    public void Drawn_again_or_at_the_same_time_the_bytes_are_equal()
    {
        byte[][] once = [.. Documents.Select(document => document.Bytes())];
        byte[][] again = [.. Report.Build([SampleNetworks.Named]).Where(document => document.RelativePath.StartsWith("charts/", StringComparison.Ordinal)).AsParallel().AsOrdered().Select(document => document.Bytes())];

        Assert.Equal(3 * 13, once.Length);
        Assert.Equal(once, again);
    }

    /// <summary>Nothing but the program's font is ever asked, whatever the machine has; a text without a font would leave no element.</summary>
    [Fact]
    public void Every_font_is_the_programs_own()
    {
        Assert.Null(ChartRenderer.Fault);
        Assert.IsType<ChartFonts>(Assert.Single(ScottPlot.Fonts.FontResolvers));
        Assert.All(["Arial", "Noto Sans", ScottPlot.Fonts.Default], name => Assert.Equal("DejaVu Sans", ScottPlot.Fonts.GetTypeface(name, false, false).FamilyName));
        Assert.DoesNotContain("font-family=", ChartRenderer.SvgFile(Bars));
        Assert.Contains(XElement.Parse(ChartRenderer.Svg(Bars)[0]).Descendants(), element => element.Name.LocalName == "text" && element.Value == "1.00x");
    }

    [Fact]
    public void Text_that_the_font_lacks_is_kept()
    {
        BarChart chart = Bars with { Panels = [Bars.Panels[0] with { Name = "\u5C3A\u5EA6 & <b>" }] };

        XElement name = XElement.Parse(ChartRenderer.Svg(chart)[0]).Descendants().Single(element => (string?)element.Attribute("font-weight") == "600");

        Assert.Equal("\u5C3A\u5EA6 & <b>", name.Value);
    }

    [Fact]
    public void A_page_picture_has_the_themes_colours_no_size_no_clip_and_ids_of_its_own()
    {
        XElement[] panels = [.. ChartRenderer.Svg(Bars with { Panels = [Bars.Panels[0], Bars.Panels[0]] }).Select(panel => XElement.Parse(panel))];
        string[] ids = [.. panels.SelectMany(panel => panel.DescendantsAndSelf()).Attributes("id").Select(id => id.Value)];

        Assert.Equal(["bars-1-rising", "bars-2-rising"], ids);
        Assert.All(panels, panel =>
        {
            Assert.Null(panel.Attribute("width"));
            Assert.DoesNotContain(panel.Descendants(), element => element.Name.LocalName is "clipPath" or "g");
            string[] colours = [.. panel.Descendants().Where(element => !element.Ancestors().Any(over => over.Name.LocalName == "pattern")).SelectMany(element => new[] { element.Attribute("fill"), element.Attribute("stroke") }).OfType<XAttribute>().Select(attribute => attribute.Value).Distinct()];
            Assert.All(colours, colour => Assert.Matches(@"^(none|var\(--(ink|soft|line|ground|accent)\)|url\(#bars-[12]-rising\))$", colour));
            Assert.Equal(["one", "two"], panel.Descendants().Where(element => ((string?)element.Attribute("class"))?.StartsWith("bar ", StringComparison.Ordinal) == true).Select(bar => bar.Value));
        });
    }

    [Theory]
    [InlineData(ChartTheme.Light, 0xFFFFFFFF)]
    [InlineData(ChartTheme.Dark, 0xFF14171B)]
    public void Pixels_have_the_themes_ground_twice_the_size_and_the_patterns(ChartTheme theme, uint ground)
    {
        using SKBitmap picture = SKBitmap.Decode(ChartRenderer.Png(Bars, theme));
        double[] box = [.. XElement.Parse(ChartRenderer.SvgFile(Bars)).Attribute("viewBox")!.Value.Split(' ').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal((2 * box[2], Math.Ceiling(2 * box[3])), (picture.Width, picture.Height));
        Assert.Equal(new SKColor(ground), picture.GetPixel(0, 0));
        Dictionary<SKColor, int> colours = picture.Pixels.GroupBy(colour => colour).ToDictionary(same => same.Key, same => same.Count());
        // The plain bar is half as long as the other, whose strokes lie over its colour.
        SKColor plain = SKColor.Parse("#e69f00"), striped = SKColor.Parse("#56b4e9");
        Assert.InRange(colours[plain], 5000, 9000);
        Assert.InRange(colours[striped], 0.5 * colours[plain], 1.6 * colours[plain]);
    }

    [Fact]
    public void Without_the_library_a_page_is_whole_but_for_its_pictures_and_says_so_in_one_line()
    {
        string with = ReportPages.Content(Report.Build([SampleRun.Named]), "index.html");
        DrawingLibrary.Injected.Value = "Unable to load shared library 'libSkiaSharp'";
        try
        {
            var documents = Report.Build([SampleRun.Named]);
            var page = ReportPages.Parse(ReportPages.Content(documents, "index.html"));

            Assert.Equal(["index.html", "results.csv", "summary.md"], documents.Select(document => document.RelativePath).Order(StringComparer.Ordinal));
            Assert.Empty(page.QuerySelectorAll("svg"));
            Assert.Contains("Unable to load shared library 'libSkiaSharp'", Assert.Single(page.QuerySelectorAll("main p.doubtful")).TextContent);
            Assert.Equal(
                ReportPages.Parse(with).QuerySelectorAll("table, h2, h3, figcaption").Select(element => element.TextContent),
                page.QuerySelectorAll("table, h2, h3, figcaption").Select(element => element.TextContent));
        }
        finally
        {
            DrawingLibrary.Injected.Value = null;
        }
    }

    [Fact]
    public void A_library_that_cannot_be_loaded_is_a_fault_and_no_error()
    {
        Assert.Equal("no libSkiaSharp", DrawingLibrary.FaultOf(() => throw new TypeInitializationException("SkiaSharp.SKObject", new DllNotFoundException("no libSkiaSharp\nsearched here"))));
        Assert.Null(DrawingLibrary.FaultOf(() => { }));
        Assert.Throws<InvalidOperationException>(() => DrawingLibrary.FaultOf(() => throw new InvalidOperationException()));
    }
}
