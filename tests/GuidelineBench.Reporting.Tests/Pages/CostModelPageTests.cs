using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Pages;

public sealed class CostModelPageTests
{
    /// <summary>Tables 1-4 and all networks, stacks of units among them.</summary>
    private static readonly IHtmlDocument Page = ReportPages.Of(new NamedResultFile("results.json", Whole()));

    [Fact]
    public void Predictions_stand_beside_measurements_with_the_model_to_beat()
    {
        IElement section = Page.GetElementById("cost-model")!;

        Assert.Equal(2, section.QuerySelectorAll("figure svg.chart").Length);
        Assert.Contains("multiply-adds alone", section.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        string[] families = [.. section.QuerySelectorAll("table").First().QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];
        Assert.Equal(["ShuffleNet v1", "ShuffleNet v2", "MobileNet v1", "MobileNet v2", "Xception", "all of these"], families);
        // 4 + 5 + 4 + 6 + 4 networks of Table 8.
        Assert.Equal("23", section.QuerySelectorAll("table").First().QuerySelectorAll("tbody tr").Last().QuerySelector("td")!.TextContent);
    }

    [Fact]
    public void Every_price_is_said_in_words_with_its_unit()
    {
        string[] sentences = [.. Page.GetElementById("cost-model")!.QuerySelectorAll("li").Select(item => item.TextContent)];

        Assert.Equal(6, sentences.Length);
        Assert.StartsWith("A million multiply-adds of pointwise, grouped and k x k convolutions take ", sentences[1], StringComparison.Ordinal);
        Assert.Contains("µs [", sentences[1], StringComparison.Ordinal);
        Assert.StartsWith("One more operator costs ", sentences[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_names_networks_guidelines_and_changes()
    {
        IElement section = Page.GetElementById("advice")!;

        Assert.InRange(section.QuerySelectorAll("tbody tr").Length, 1, 12);
        Assert.All(section.QuerySelectorAll("tbody tr"), row => Assert.Matches("^G[1-4]$", row.QuerySelector("td")!.TextContent));
    }

    [Fact]
    public void Runs_without_networks_or_without_guideline_cells_have_neither_section()
    {
        ResultFile networks = SampleNetworks.File(groups: ["table8"]);
        foreach (IHtmlDocument page in new[] { ReportPages.Of(SampleRun.Named), ReportPages.Of(new NamedResultFile("results.json", networks)) })
        {
            Assert.Null(page.GetElementById("cost-model"));
            Assert.Null(page.GetElementById("advice"));
        }
    }

    private static ResultFile Whole()
    {
        ResultFile networks = SampleNetworks.File(groups: ["table8", "appendix1b"]);
        return networks with { Cells = [.. SampleRun.File(rounds: 5).Cells, .. networks.Cells] };
    }
}
