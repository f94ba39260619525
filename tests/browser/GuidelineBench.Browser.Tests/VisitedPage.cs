using Microsoft.Playwright;

namespace GuidelineBench.Browser.Tests;

/// <summary>A page and what happened while it was open.</summary>
internal sealed class VisitedPage : IAsyncDisposable
{
    private readonly List<string> requests = [], errors = [];

    public VisitedPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Addresses that were asked for beside the page itself; pictures in its own text are no requests.</summary>
    public IEnumerable<string> OtherRequests => requests.Where(address => address != Page.Url && !address.StartsWith("data:", StringComparison.Ordinal));

    /// <summary>What the browser's console complains of.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <param name="function">Of Layout.js.</param>
    /// <returns>The places that it finds, each in words.</returns>
    public async Task<string[]> FindAsync(string function) =>
        await Page.EvaluateAsync<string[]>($"() => {{ {await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Layout.js"))}; return {function}(); }}");

    public ValueTask DisposeAsync() => new(Page.CloseAsync());
}
