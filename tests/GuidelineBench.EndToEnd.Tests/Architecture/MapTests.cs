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

    [Fact]
    public void A_layer_touches_the_files_that_the_page_on_extending_lists()
    {
        const string Layer = "LocalResponseNormalization";
        string section = RepositoryTree.Read("docs/extending.md").Split("\n## ").Single(part => part.StartsWith("A layer", StringComparison.Ordinal));
        string[] listed = [.. section.Split('\n').Where(line => line.StartsWith('|')).SelectMany(line => SourceFile().Matches(line)).Select(match => match.Groups[1].Value)];
        string[] naming =
        [
            .. RepositoryTree.Files.Where(file => Regex.IsMatch(file, @"^(src|kernels|benchmarks)/.*\.cs$")
                && !file.StartsWith("src/GuidelineBench.Core/Networks/", StringComparison.Ordinal)
                && RepositoryTree.Read(file).Contains(Layer, StringComparison.Ordinal)),
        ];

        Rule.Holds($"docs/extending.md lists the files that name {Layer}.", naming.Except(listed).Select(file => $"{file} is not listed"));
        Rule.Holds($"docs/extending.md lists files that name {Layer}.", listed.Except(naming).Select(file => $"{file} does not name it"));
    }

    [GeneratedRegex(@"`([\w./]+\.cs)`")]
    private static partial Regex SourceFile();
}
