using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Pages;

public sealed class NetworkPageTests
{
    private static readonly IHtmlDocument Page = ReportPages.Of(SampleNetworks.Named);

    [Theory]
    [InlineData("which-network")]
    [InlineData("work-section")]
    [InlineData("table8-section")]
    [InlineData("split-section")]
    [InlineData("appendix1a-section")]
    [InlineData("appendix1b-section")]
    [InlineData("table7-section")]
    [InlineData("table6-section")]
    [InlineData("alexnet-section")]
    [InlineData("reuse-section")]
    public void A_section_has_a_picture_with_a_finding_and_a_table_and_is_there_only_with_its_cells(string id)
    {
        IElement section = Page.GetElementById(id)!;

        Assert.NotEmpty(section.QuerySelectorAll("figure svg.chart"));
        Assert.All(section.QuerySelectorAll("figcaption"), caption => Assert.True(caption.TextContent.Length > 30));
        Assert.NotEmpty(section.QuerySelectorAll("table tbody tr"));
        Assert.Null(ReportPages.Of(SampleRun.Named).GetElementById(id));
    }

    [Fact]
    public void The_page_says_whose_kernels_ran()
    {
        ResultFile file = SampleNetworks.File(groups: ["alexnet"]);
        file = file with { Cells = [.. file.Cells.Select(cell => cell with { Backend = "engine" })] };

        Assert.Contains("the kernels of simd;", Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("the kernels of engine;", ReportPages.Of(new NamedResultFile("results.json", file)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e308)]
    [InlineData(5e-324)]
    public void Numbers_of_any_size_can_be_shown(double extreme)
    {
        ResultFile file = SampleNetworks.File();
        file = file with
        {
            Cells =
            [
                .. file.Cells.Select((cell, index) => index % 2 == 0 ? cell : cell with
                {
                    ImagesPerSecond = extreme,
                    Operators = [.. cell.Operators?.Select(part => part with { Ns = extreme }) ?? []],
                }),
            ],
        };

        Assert.All(
            Report.Build([new NamedResultFile("results.json", file)]).Where(document => !document.RelativePath.EndsWith(".csv", StringComparison.Ordinal)),
            document => Assert.DoesNotMatch("NaN|Infinity|∞", document.Content.Split("<script>")[0]));
    }

    [Fact]
    public void Table_8_has_the_papers_rows_levels_and_speeds()
    {
        IElement table = Page.QuerySelectorAll("#table8-section table")[1];
        string[][] rows = [.. table.QuerySelectorAll("tbody tr:not(.scale)").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

        Assert.Equal(["40M", "140M", "300M", "500M"], table.QuerySelectorAll("tr.scale th").Select(head => head.TextContent));
        Assert.Equal(39, rows.Length);
        Assert.Equal(("ShuffleNet v2 0.5x (ours)", "published", "57.0", "1", "417", "2", "39.7\u202F%"), (rows[0][0], rows[0][1], rows[0][6], rows[0][7], rows[0][8], rows[0][9], rows[0][12]));
        // Printed without speeds.
        string[] condenseNet = rows.Single(row => row[0] == "CondenseNet (G=C=8)");
        Assert.Equal(["–", "–", "–", "–"], condenseNet[6..10]);
        Assert.Equal(("IGCV2-1.0†", "derived"), (rows[34][0], rows[34][1]));
        Assert.Equal(("ShuffleNet v2 2x (ours, with SE)‡", "ambiguous"), (rows[36][0], rows[36][1]));
        Assert.Contains(Page.QuerySelectorAll("#table8-section .notes li"), note => note.TextContent.StartsWith("IGCV2-0.25†, IGCV2-0.5† and IGCV2-1.0†: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Ranks_are_places_by_speed()
    {
        IElement table = Page.QuerySelectorAll("#table8-section table")[1];
        (double Speed, int Rank)[] measured =
        [
            .. table.QuerySelectorAll("tbody tr:not(.scale)").Select(row => (
                double.Parse(row.Children[2].TextContent, System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(row.Children[3].TextContent, System.Globalization.CultureInfo.InvariantCulture))),
        ];

        Assert.Equal(1, measured.Min(row => row.Rank));
        Assert.Equal(measured.Select(row => row.Speed).OrderDescending(), measured.OrderBy(row => row.Rank).Select(row => row.Speed));
    }

    [Fact]
    public void Every_network_of_table_8_has_its_name_in_a_picture_of_its_level()
    {
        string[] labels = [.. Page.QuerySelectorAll("#accuracy-by-level svg text.halo").Select(text => text.TextContent)];

        Assert.Equal(4, Page.QuerySelectorAll("#accuracy-by-level svg.chart").Length);
        Assert.Equal(39, Page.QuerySelectorAll("#accuracy-by-level svg.chart .mark").Length);
        Assert.InRange(labels.Distinct().Count(), 37, 39);
        Assert.Single(Page.QuerySelectorAll("#accuracy path.front"));
    }

    [Fact]
    public void Backbones_are_called_so_and_have_no_ratio_beside_the_whole_detector()
    {
        IElement section = Page.GetElementById("table7-section")!;

        Assert.Contains(section.QuerySelectorAll("thead th"), head => head.TextContent == "Measured here, backbone only");
        Assert.Contains("not comparable", section.TextContent);
        Assert.Equal("measured here", Assert.Single(section.QuerySelectorAll(".legend span")).TextContent);
    }

    [Fact]
    public void AlexNet_is_compared_with_the_published_claim()
    {
        IElement section = Page.GetElementById("alexnet-section")!;
        string[] first = [.. section.QuerySelectorAll("tbody tr").First().Children.Select(cell => cell.TextContent)];

        Assert.Contains("13x real against 18x theoretical", section.QuerySelector("figcaption")!.TextContent);
        // 724.4 over 37.59 million multiply-adds; 184.0 over 15.2 ms.
        Assert.Equal(("ShuffleNet v1 0.5x (g=3)", "19.3x", "12.1x"), (first[0], first[4], first[7]));
    }

    [Fact]
    public void Feature_reuse_is_the_graphs()
    {
        IElement section = Page.GetElementById("reuse-section")!;

        Assert.Contains(section.QuerySelectorAll("rect.field title"), title => title.TextContent == "From unit 6 to unit 7: 58 channels");
        Assert.Contains(section.QuerySelectorAll("tbody tr"), row => row.TextContent.StartsWith("shufflenet_v2_1.0x5829", StringComparison.Ordinal));
    }

    [Fact]
    public void The_papers_run_time_splits_stand_beside_the_measured_ones()
    {
        string[] first = [.. Page.QuerySelectorAll("#split-section tbody").First().QuerySelectorAll("tr").Select(row => row.Children[0].TextContent)];

        Assert.Equal(
            [
                "Fig. 2, here and in the paper",
                "ShuffleNet v1 1x g=3, here", "ShuffleNet v1 1x g=3, GTX 1080Ti", "ShuffleNet v1 1x g=3, Snapdragon 810",
                "MobileNet v2 1x, here", "MobileNet v2 1x, GTX 1080Ti", "MobileNet v2 1x, Snapdragon 810",
            ],
            first);
    }

    [Fact]
    public void A_network_that_the_catalogue_does_not_have_is_shown_by_name_without_a_status()
    {
        ResultFile sample = SampleNetworks.File(groups: ["alexnet"]);
        IHtmlDocument page = ReportPages.Of(new NamedResultFile(
            "results.json", sample with { Cells = [.. sample.Cells, sample.Cells[0] with { Experiment = "network:" + HostileRun.Markup, Row = HostileRun.Markup }] }));
        IElement[] rows = [.. page.QuerySelectorAll("#networks tbody tr:not(.scale)")];

        Assert.Equal(("resnet_101", ""), (rows[^3].Children[0].TextContent, rows[^3].Children[2].TextContent));
        Assert.Contains("skipped: needs 40 GiB", rows[^2].TextContent);
        Assert.StartsWith("<script>alert('x')</script>", rows[^1].Children[0].TextContent);
        Assert.Empty(page.QuerySelectorAll("main script, img"));
    }

    [Fact]
    public void A_run_of_networks_alone_asks_for_networks_and_has_no_cards()
    {
        Assert.StartsWith("Which network is fast on", Page.QuerySelector("h1")!.TextContent);
        Assert.Empty(Page.QuerySelectorAll(".card"));
        Assert.Null(Page.GetElementById("other-cells"));
    }

    [Fact]
    public void Machines_are_compared_network_by_network_changed_ranks_first()
    {
        IHtmlDocument page = ReportPages.Of(ReportPages.TwoOfNetworks);
        IElement[] rows = [.. page.QuerySelectorAll("#network-comparison tbody tr")];
        bool[] differs = [.. rows.Select(row => row.Children[2].TextContent != row.Children[4].TextContent)];

        Assert.Null(page.GetElementById("comparison"));
        Assert.Equal(6, rows.Length);
        Assert.Contains(true, differs);
        Assert.Equal(differs, rows.Select(row => row.Children[0].TextContent.Contains('●', StringComparison.Ordinal)));
        Assert.Equal(differs.OrderDescending(), differs);
    }
}
