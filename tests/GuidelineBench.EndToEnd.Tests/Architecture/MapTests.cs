using System.Text.RegularExpressions;

namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>The map of the house leads to rooms that exist.</summary>
public partial class MapTests
{
    [Fact]
    public void Every_file_that_the_map_names_exists()
    {
        string[] files = [.. RepositoryTree.Files.Select(file => file.Replace("/GuidelineBench.", "/", StringComparison.Ordinal))];
        string[] named = [.. SourceFile().Matches(RepositoryTree.Read("docs/architecture.md")).Select(match => match.Groups[1].Value)];

        Assert.True(named.Length > 30);
        Rule.Holds(
            "docs/architecture.md names files that exist, without the prefix of their project, or by the end of their path.",
            from name in named
            where !files.Any(file => file == name || file.EndsWith("/" + name, StringComparison.Ordinal))
            select name);
    }

    [GeneratedRegex(@"`([\w./]+\.cs)`")]
    private static partial Regex SourceFile();
}
