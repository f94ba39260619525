using GuidelineBench.Reporting.Exports.Html;

namespace GuidelineBench.Reporting.Tests.Exports;

public sealed class MarkupTests
{
    /// <summary>Half a pair of surrogates; no attribute of a test can hold it.</summary>
    [Fact]
    public void Half_a_character_is_replaced() => What_is_filled_in_is_text_that_HTML_may_hold("\uD800a", "\uFFFDa");

    [Theory]
    [InlineData("<b a=\"c\">&amp;'</b>", "&lt;b a=&quot;c&quot;&gt;&amp;amp;'&lt;/b&gt;")]
    [InlineData("é\u202F× 😀\n\t", "é\u202F× 😀\n\t")]
    [InlineData("\0\u0001\u000C\r\u007F\u0085\uFDD0\uFFFE\uD83F\uDFFF", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData(null, "")]
    public void What_is_filled_in_is_text_that_HTML_may_hold(string? words, string written)
    {
        Markup html = $"<p title=\"{words}\">{words}</p>{new Markup("<hr>")}{12}";

        Assert.Equal($"<p title=\"{written}\">{written}</p><hr>12", html.ToString());
    }
}
