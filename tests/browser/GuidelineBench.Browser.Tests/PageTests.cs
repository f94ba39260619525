using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GuidelineBench.Browser.Tests;

/// <summary>The page as a browser shows it: in both themes, on a phone, a tablet and a screen, and on paper.</summary>
public sealed class PageTests(SamplePage sample) : IClassFixture<SamplePage>
{
    /// <summary>A4 without its margins.</summary>
    private const int PaperWidth = 718;

    public static MatrixTheoryData<ColorScheme, int> Views { get; } = new([ColorScheme.Light, ColorScheme.Dark], [360, 768, 1400]);

    [Theory]
    [MemberData(nameof(Views))]
    public Task The_page_does_not_scroll_sideways(ColorScheme theme, int width) => HasNoneAsync("widerThanTheWindow", theme, width);

    [Theory]
    [MemberData(nameof(Views))]
    public Task No_text_is_cut_off(ColorScheme theme, int width) => HasNoneAsync("clippedTexts", theme, width);

    [Theory]
    [MemberData(nameof(Views))]
    public Task No_texts_overlap(ColorScheme theme, int width) => HasNoneAsync("overlappingTexts", theme, width);

    [Theory]
    [InlineData("widerThanTheWindow")]
    [InlineData("clippedTexts")]
    [InlineData("overlappingTexts")]
    public Task The_same_holds_on_paper(string function) => HasNoneAsync(function, ColorScheme.Light, PaperWidth, Media.Print);

    [Fact]
    public Task Headings_are_in_order() => HasNoneAsync("headingsOutOfOrder", ColorScheme.Light, 1400);

    /// <summary>Contrast, names, roles, the order of headings and the use by keyboard are among its rules.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_no_violation(ColorScheme theme, int width)
    {
        await using VisitedPage visited = await sample.OpenAsync(theme, width);

        AxeResult result = await visited.Page.RunAxe();

        Assert.NotEmpty(result.Passes);
        None(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Html}")));
    }

    [Fact]
    public async Task Nothing_is_requested_and_the_console_is_silent()
    {
        await using VisitedPage visited = await sample.OpenAsync(ColorScheme.Light, 1400);
        await visited.Page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");
        await visited.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        None(visited.OtherRequests);
        None(visited.Errors);
    }

    /// <summary>What the tests above rest on finds what is wrong.</summary>
    [Theory]
    [InlineData("widerThanTheWindow", "<p style='width:2000px'>wide</p>", "2000 px wide")]
    [InlineData("clippedTexts", "<p style='width:30px;overflow:hidden;white-space:nowrap'>a long line</p>", "'a long line' is cut off")]
    [InlineData("overlappingTexts", "<p style='position:absolute;top:0'>one</p><p style='position:absolute;top:2px'>two</p>", "'one' and 'two' overlap")]
    [InlineData("headingsOutOfOrder", "<h1>first</h1><h3>third</h3>", "h3 'third' behind h1")]
    public async Task What_is_wrong_is_found(string function, string body, string place)
    {
        await using VisitedPage visited = await sample.OpenAsync(ColorScheme.Light, 1400);
        await visited.Page.SetContentAsync($"<body style='margin:0'>{body}</body>");

        Assert.Contains(place, Assert.Single(await visited.FindAsync(function)), StringComparison.Ordinal);
    }

    private async Task HasNoneAsync(string function, ColorScheme theme, int width, Media media = Media.Screen)
    {
        await using VisitedPage visited = await sample.OpenAsync(theme, width, media);

        None(await visited.FindAsync(function));
    }

    private static void None(IEnumerable<string> found)
    {
        string[] all = [.. found];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
