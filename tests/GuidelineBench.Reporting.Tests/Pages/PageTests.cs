using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GuidelineBench.Core.Results;
using GuidelineBench.Reporting.Tests.Samples;

namespace GuidelineBench.Reporting.Tests.Pages;

public sealed class PageTests
{
    public static TheoryData<string> Names => ["one", "two", "both", "depth-first", "hostile", "networks", "two-of-networks", "history", "hostile-history", "hostile-machine"];

    private static readonly Dictionary<string, IHtmlDocument> Pages = new()
    {
        ["one"] = ReportPages.Of(SampleRun.Named),
        ["two"] = ReportPages.Of(ReportPages.Two),
        ["both"] = ReportPages.Of(SampleRun.Both),
        ["depth-first"] = ReportPages.Of(ReportPages.DepthFirst),
        ["hostile"] = ReportPages.Of(ReportPages.Hostile),
        ["networks"] = ReportPages.Of(SampleNetworks.Named),
        ["two-of-networks"] = ReportPages.Of(ReportPages.TwoOfNetworks),
        ["history"] = ReportPages.Of([.. SampleHistory.Files(24)]),
        ["hostile-history"] = ReportPages.Of(ReportPages.HostileHistory),
        ["hostile-machine"] = ReportPages.Of(ReportPages.HostileMachine),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_and_links_inside_the_page_lead_somewhere(string name)
    {
        IHtmlDocument page = Pages[name];
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];

        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.All(
            page.QuerySelectorAll("a[href^='#']"),
            link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(
            page.QuerySelectorAll("[fill^='url(#']"),
            mark => Assert.Contains(mark.GetAttribute("fill")![5..^1], ids));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_run_or_fetched(string name)
    {
        IHtmlDocument page = Pages[name];

        Assert.Empty(page.QuerySelectorAll("main script, link, iframe, object, embed, img, image, use, base, form"));
        AssertOneScript(page);
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[src], [srcset]"));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.DoesNotContain(":", link.GetAttribute("href")!));
        Assert.All(page.QuerySelectorAll("style"), style =>
        {
            Assert.DoesNotContain("url(", style.TextContent);
            Assert.DoesNotContain("@import", style.TextContent);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_chart_is_an_image_with_a_text_alternative_and_every_mark_tells_its_value(string name)
    {
        IElement[] charts = [.. Pages[name].QuerySelectorAll("svg.chart")];

        Assert.NotEmpty(charts);
        Assert.All(charts, chart =>
        {
            Assert.Equal("img", chart.GetAttribute("role"));
            Assert.NotEmpty(chart.GetAttribute("aria-label")!);
            Assert.NotEmpty(chart.Children.First(child => child.LocalName == "title").TextContent);
            Assert.All(chart.QuerySelectorAll(".bar, .mark"), mark =>
                Assert.Matches("[^ ]x( |,|$)|[0-9]\u202F%$|[0-9]\u00A0images/s, |[0-9]\u00A0ms$", mark.Children.Single(child => child.LocalName == "title").TextContent));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_of_a_table_fills_its_columns(string name) =>
        Assert.All(Pages[name].QuerySelectorAll("table"), table =>
        {
            int[] widths = [.. table.QuerySelectorAll("tr").Select(row => row.Children.Sum(cell => ((IHtmlTableCellElement)cell).ColumnSpan))];
            Assert.Single(widths.Distinct());
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Headings_go_down_one_level_at_a_time_and_heads_of_tables_are_not_empty(string name)
    {
        int[] levels = [.. Pages[name].QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0')];

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
        Assert.All(Pages[name].QuerySelectorAll("th, h1, h2, h3, h4, h5, h6, figcaption"), head => Assert.NotEmpty(head.TextContent.Trim()));
        Assert.All(Pages[name].QuerySelectorAll("th"), head => Assert.Contains(head.GetAttribute("scope"), new[] { "col", "colgroup", "row", "rowgroup" }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_scrolls_is_reached_by_keyboard_and_has_a_name(string name) =>
        Assert.All(Pages[name].QuerySelectorAll(".scroll, .panels.plots"), region =>
        {
            Assert.Equal(("0", "region"), (region.GetAttribute("tabindex"), region.GetAttribute("role")));
            Assert.NotEmpty(region.GetAttribute("aria-label")!);
        });

    /// <summary>The script adds controls to these: rows of groups behind their head, as many cells to a row as there are heads.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_table_in_a_scroll_region_can_be_sorted_by_its_last_row_of_heads(string name) =>
        Assert.All(Pages[name].QuerySelectorAll(".scroll > table").OfType<IHtmlTableElement>(), table =>
        {
            IElement heads = table.Head!.Rows[^1];
            Assert.All(table.Bodies, body =>
            {
                Assert.DoesNotContain(body.Rows.Skip(1), row => row.ClassList.Contains("scale"));
                Assert.All(body.Rows, row => Assert.Equal(heads.ChildElementCount, row.Cells.Sum(cell => cell.ColumnSpan)));
            });
        });

    [Fact]
    public void Text_from_files_is_never_markup()
    {
        IHtmlDocument page = Pages["hostile"];

        Assert.Empty(page.QuerySelectorAll("main script, img"));
        Assert.DoesNotContain(page.QuerySelectorAll("b"), bold => bold.TextContent.Contains("results.json", StringComparison.Ordinal));
        Assert.Contains("<script>alert('x')</script>", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.QuerySelectorAll(".instead"), cell => cell.TextContent.Contains("<img src=x", StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_have_the_papers_rows_in_its_order_and_its_printed_speeds()
    {
        IElement section = Pages["one"].QuerySelector("#table2-section")!;
        string[][] rows = [.. section.QuerySelectorAll("tbody tr:not(.scale)").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

        Assert.Equal(["g=1", "g=2", "g=4", "g=8", "g=1", "g=2", "g=4", "g=8", "g=1", "g=2", "g=4", "g=8"], rows.Select(row => row[0]));
        Assert.Equal(["64", "90", "128", "184"], rows.Take(4).Select(row => row[1]));
        Assert.Equal(["40.0", "35.0", "32.9", "27.8"], rows.Take(4).Select(row => row[7]));
        Assert.Equal(["2\u202F451", "1\u202F725", "1\u202F026", "634"], rows.Take(4).Select(row => row[9]));
        // 40.0 / 27.8 images per second, 64 x 64 against 180 x 180 / 8 multiply-adds per pixel.
        Assert.Equal("1.46x", rows[3][8]);
        Assert.Contains(section.QuerySelectorAll(".notes li"), note => note.TextContent.Contains("c=184", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_guideline_has_a_card_and_nothing_without_data_has_a_section()
    {
        NamedResultFile onlyTable1 = SampleRun.Named with
        {
            File = SampleRun.File() with { Cells = [.. SampleRun.File().Cells.Where(cell => cell.Experiment == "table1")], Ceilings = [] },
        };

        IHtmlDocument page = ReportPages.Of(onlyTable1);

        Assert.Equal(4, page.QuerySelectorAll(".card").Length);
        Assert.Equal(3, page.QuerySelectorAll(".card:not(:has(.verdict))").Length);
        Assert.NotNull(page.QuerySelector("#table1-section"));
        Assert.Null(page.QuerySelector("#table2-section"));
        Assert.Null(page.QuerySelector("#ceilings"));
        Assert.Null(page.QuerySelector("#skipped"));
    }

    [Fact]
    public void A_run_of_few_rounds_has_ratios_without_brackets_and_says_why()
    {
        IHtmlDocument page = ReportPages.Of(new NamedResultFile("results.json", SampleRun.File(rounds: 3)));

        Assert.All(page.QuerySelectorAll("td.quiet"), cell => Assert.Empty(cell.TextContent));
        Assert.Matches("^[0-9.]+x$", page.QuerySelector(".card .ratio strong")!.TextContent);
        Assert.Contains("3 rounds", page.QuerySelector("#doubts")!.TextContent);
    }

    [Fact]
    public void Cards_say_the_verdict_why_and_what_each_scale_says()
    {
        IElement card = Pages["one"].QuerySelector(".card")!;

        Assert.Equal("✓ holds", card.QuerySelector(".verdict")!.TextContent);
        // 1:12 runs at 88 % of the peak in the sample.
        Assert.Matches("Shown to cost more than 5.%\\. Compute-bound: 1:12 at x[124] runs at 8[5-9](\\.[0-9])?.% of what the multiply-add rate allows", card.TextContent);
        Assert.Equal(["x1", "x2", "x4"], card.QuerySelectorAll("tbody th").Select(head => head.TextContent));
        Assert.Equal("#table1-section", card.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Every_contrast_is_listed_with_its_word_and_reason()
    {
        string[][] rows = [.. Pages["one"].QuerySelectorAll("#verdicts tbody tr:not(.scale)").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

        // 3, 3, 4 and 3 contrasts at three scales.
        Assert.Equal(39, rows.Length);
        Assert.Equal(["1:2 against 1:1", "x1", "no effect"], rows[0].Take(3));
        Assert.Equal(["1:12 against 1:1", "x4", "holds"], rows[8].Take(3));
    }

    [Fact]
    public void Cells_stand_under_the_ceilings_of_their_run()
    {
        IElement section = Pages["one"].QuerySelector("#rooflines")!;

        Assert.Equal(63, section.QuerySelectorAll("svg.chart .mark title").Length);
        Assert.Equal(63, section.QuerySelectorAll("tbody tr:not(.scale)").Length);
        Assert.Equal(
            ["L1 412 GB/s", "L2 187 GB/s", "L3 92.3 GB/s", "memory 24.6 GB/s", "multiply-adds 116 GFLOP/s"],
            section.QuerySelectorAll("text.halo").Select(text => text.TextContent.Replace('\u00A0', ' ')).Order(StringComparer.Ordinal));
        Assert.Null(Pages["networks"].QuerySelector("#verdicts"));
    }

    [Fact]
    public void An_incomplete_run_says_how_many_rounds_it_has()
    {
        IHtmlDocument page = ReportPages.Of(new NamedResultFile("results.json", SampleRun.File(rounds: 7, complete: false)));

        Assert.Contains("not complete: 7 of 15 rounds", page.QuerySelector("#doubts")!.TextContent);
        Assert.All(page.QuerySelectorAll("td.quiet"), cell => Assert.Empty(cell.TextContent));
    }

    [Fact]
    public void A_run_of_several_configurations_shows_each_and_says_which_one_the_cards_quote()
    {
        ResultFile sample = SampleRun.File();
        IHtmlDocument page = ReportPages.Of(new NamedResultFile(
            "results.json", sample with { Cells = [.. sample.Cells, .. sample.Cells.Take(12).Select(cell => cell with { Threads = 2 })] }));

        Assert.Equal(2, page.QuerySelectorAll("#table1-section table").Length);
        Assert.Equal(1, page.QuerySelectorAll("#table2-section table").Length);
        Assert.NotNull(page.GetElementById("table1-2"));
        Assert.Contains("those of simd, 1 thread, batch 1", page.QuerySelector(".cards + .key")!.TextContent);
        Assert.DoesNotContain("those of", Pages["one"].QuerySelector(".cards + .key")!.TextContent);
    }

    [Fact]
    public void Both_executions_are_compared_and_the_tables_keep_showing_layer_by_layer()
    {
        IHtmlDocument page = Pages["both"];
        IElement section = page.QuerySelector("#execution-section")!;
        IElement[] tables = [.. section.QuerySelectorAll("table")];
        string[][] contrasts = [.. tables[0].QuerySelectorAll("tbody tr:not(.scale)").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];
        string[][] rows = [.. tables[1].QuerySelectorAll("tbody tr:not(.scale)").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];

        Assert.Equal(12, contrasts.Length);
        // Table 1's rows are equally fast depth first, those of Table 2 differ as before.
        Assert.All(contrasts.Take(3), row => Assert.Equal("was memory traffic between layers", row[3]));
        Assert.All(contrasts.Skip(3).Take(3), row => Assert.Equal("not the traffic that depth first saves", row[3]));
        Assert.Equal(51, rows.Length);
        // 1:12 at x1: 88 % of the peak layer by layer and 96 % depth first, 0.917 times the time, give or take the noise.
        string[] last = rows[3];
        Assert.Equal(["1:12", "30", "1"], [last[0], last[4], last[7]]);
        Assert.InRange(double.Parse(last[8].TrimEnd('x'), CultureInfo.InvariantCulture), 0.910, 0.924);
        Assert.Equal(51, section.QuerySelectorAll("svg.chart rect.bar title").Length);
        Assert.All(page.QuerySelectorAll("#table1-section, #table2-section, #table3-section, #table4-section"), table =>
        {
            Assert.Single(table.QuerySelectorAll("table"));
            Assert.Equal(Pages["one"].QuerySelector($"#{table.Id}")!.TextContent, table.TextContent);
        });
        Assert.Contains("layer by layer, as the paper did", page.QuerySelector(".cards + .key")!.TextContent);
        Assert.Null(Pages["one"].QuerySelector("#execution-section"));
    }

    [Fact]
    public void A_run_depth_first_alone_says_so_in_head_cards_and_captions()
    {
        IHtmlDocument page = Pages["depth-first"];

        Assert.Contains(page.QuerySelectorAll("header .facts div"), fact => fact.TextContent == "Executiondepth first");
        Assert.Equal(4, page.QuerySelectorAll(".card p").Count(text => text.TextContent.Contains("per multiply-add, depth first;", StringComparison.Ordinal)));
        Assert.All(
            page.QuerySelectorAll("#table1 figcaption, #table2 figcaption, #table3 figcaption, #table4 figcaption"),
            caption => Assert.Contains("here, depth first;", caption.TextContent));
        Assert.Equal(4, page.QuerySelectorAll(".over-head th").Count(head => head.TextContent == "Measured here, depth first"));
        Assert.Contains("those of running depth first; the paper ran layer by layer", page.QuerySelector(".cards + .key")!.TextContent);
        Assert.Null(page.QuerySelector("#execution-section"));
    }

    [Fact]
    public void Text_from_files_is_never_markup_on_pages_of_several_runs() => Assert.All(["hostile-history", "hostile-machine"], name =>
    {
        IHtmlDocument page = Pages[name];

        Assert.Empty(page.QuerySelectorAll("main script, img"));
        Assert.Contains("<script>alert('x')</script>", page.QuerySelector("main")!.TextContent);
    });

    [Fact]
    public void A_depth_first_run_beside_others_is_marked_in_their_comparison()
    {
        IHtmlDocument page = ReportPages.Of(new NamedResultFile("both.json", SampleRun.File("both", depthFirst: true)), ReportPages.DepthFirst);

        Assert.Equal(["both", "bench-7950, depth first"], page.QuerySelectorAll("#comparison thead a").Select(link => link.TextContent));
        Assert.NotNull(page.QuerySelector("#m1-execution-section #m1-execution"));
        Assert.Null(page.QuerySelector("#m2-execution-section"));
    }

    [Fact]
    public void Several_machines_stand_side_by_side_rows_of_disagreement_first()
    {
        IHtmlDocument page = Pages["two"];
        string[] head = [.. page.QuerySelectorAll("#comparison thead th").Select(cell => cell.TextContent)];
        bool[] marked = [.. page.QuerySelectorAll("#contrasts tbody tr").Select(row => row.Children[0].TextContent[0] is '●' or '○')];

        Assert.Equal(["bench-7950", "board"], head[1..3]);
        Assert.Equal(4, page.QuerySelectorAll("#comparison tbody tr").Length);
        Assert.All(page.QuerySelectorAll("#comparison tbody .judged b"), word => Assert.Matches("^(◆ )?(holds|no effect|reversed|cannot tell)$", word.TextContent));
        // The second machine's last rows of Tables 1 and 2 take 1.3 times longer.
        Assert.Equal(12, marked.Length);
        Assert.All(marked.Take(3), Assert.True);
        Assert.Contains(false, marked);
        Assert.Equal(marked.OrderByDescending(mark => mark), marked);
        Assert.Equal(2, page.QuerySelectorAll("article.machine").Length);
    }

    [Fact]
    public void A_step_is_told_at_the_top_and_marked_in_its_row()
    {
        IHtmlDocument page = Pages["history"];
        string news = Assert.Single(page.QuerySelectorAll("#changes .news li")).TextContent;

        // 1.3 times slower from the fifteenth of 24 daily runs on, which start on 4 May.
        Assert.StartsWith("Between 2026-05-17 03:02 and 2026-05-18 03:02 UTC 6 rows became slower: ", news);
        Assert.Contains("commit 17d63f1 → 2b9c001", news);
        Assert.Equal(6, page.QuerySelectorAll("tbody .name").Count(name => name.TextContent.StartsWith('●')));
        Assert.Equal(6, page.QuerySelectorAll("svg.chart .step").Length);
        Assert.Equal(24, page.QuerySelectorAll("#runs tbody tr").Length);
    }

    [Fact]
    public void Of_few_runs_no_change_is_claimed_and_the_page_says_so()
    {
        IHtmlDocument page = ReportPages.Of([.. SampleHistory.Files(4)]);

        Assert.Empty(page.QuerySelectorAll("#changes li, svg.chart .step"));
        Assert.Contains("Too few runs to claim a change: 4 runs of a row, 10 are needed", page.QuerySelector("#changes")!.TextContent);
    }

    /// <summary>The one that sorts and filters tables, and the policy allows no other.</summary>
    private static void AssertOneScript(IHtmlDocument page)
    {
        IElement script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal(EmbeddedFile.ReadText("tables.js"), script.TextContent);
        Assert.Empty(script.Attributes);
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.TextContent)));
        string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.EndsWith($"; script-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
    }
}
