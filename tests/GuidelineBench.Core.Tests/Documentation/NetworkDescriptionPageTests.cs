using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Descriptions;

namespace GuidelineBench.Core.Tests.Documentation;

public sealed class NetworkDescriptionPageTests
{
    private static readonly string Page = RepositoryFile.Read("docs/network-description.md");

    [Fact]
    public void The_example_is_a_network()
    {
        Graph graph = NetworkDescription.Parse(Page.Split("```")[1], "example");

        Assert.Equal("1000x1x1", graph.Output.Output.ToString());
        Assert.Equal(4, graph.Convolutions.Count());
    }

    [Fact]
    public void The_table_has_every_operation()
    {
        // The parser lists them where it refuses a word.
        var error = Assert.Throws<DescriptionException>(() => NetworkDescription.Parse("input 3 8x8\nnothing", "unknown"));

        foreach (string operation in error.Message.Split("allowed: ")[1].Split(", "))
            Assert.Contains($"`{operation}", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_shown_is_the_parsers()
    {
        var error = Assert.Throws<DescriptionException>(() => NetworkDescription.Parse("\n\ninput 3 8x8\nconv 24 kernel=3 dilation=2", "mynet"));

        Assert.Contains(FormattableString.Invariant($"mynet.txt:{error.Line}:{error.Column}: {error.Message}"), Page, StringComparison.Ordinal);
    }
}
