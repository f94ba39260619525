using System.Diagnostics;
using Microsoft.Playwright;

namespace GuidelineBench.Browser.Tests;

/// <summary>The page that the program makes of the sample's results, and a browser to open it in.</summary>
public sealed class SamplePage : IAsyncLifetime
{
    private const string Sample = "reports/samples/epyc-2-cores/results.json";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-page-");

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } path)
            return;
        await MakeAsync();
        playwright = await Playwright.CreateAsync();
        // Its sandbox needs rights that a container does not give; the page is our own.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
    }

    /// <summary>Skips the test where there is no browser.</summary>
    internal async Task<VisitedPage> OpenAsync(ColorScheme theme, int width, Media media = Media.Screen)
    {
        if (browser is null)
            Assert.Skip($"There is no Chromium in PATH, and {Chromium.Variable} names none.");
        IPage page = await browser.NewPageAsync(new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
        await page.EmulateMediaAsync(new() { ColorScheme = theme, Media = media });
        var visited = new VisitedPage(page);
        await page.GotoAsync(new Uri(Path.Combine(folder.FullName, "index.html")).AbsoluteUri);
        return visited;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task MakeAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "guidelinebench.dll"), "report", Path.Combine(Root(), Sample), "--out", folder.FullName])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
    }

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "GuidelineBench.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds GuidelineBench.sln.");
    }
}
