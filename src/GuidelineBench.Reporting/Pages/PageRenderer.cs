using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidelineBench.Reporting.Pages;

/// <summary>Renders a component to HTML text, without a server.</summary>
internal static partial class PageRenderer
{
    private const string ReplacementCharacter = "&#xFFFD;";

    public static string Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        string page = renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString())
            .GetAwaiter().GetResult();
        return NotInHtml().Replace(page, ReplacementCharacter);
    }

    /// <summary>References to control and non-characters: text of a file may hold them, HTML must not.</summary>
    [GeneratedRegex("&#x(?:[0-8BDEF]|1[0-9A-F]|7F|[89][0-9A-F]|FD[DE][0-9A-F]|FFF[EF]);")]
    private static partial Regex NotInHtml();
}
