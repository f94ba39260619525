using System.Text.RegularExpressions;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Tests.Documentation;

/// <summary><c>docs/networks.md</c> has the catalogue as it is.</summary>
public partial class NetworksPageTests
{
    private static readonly string[] Lines = RepositoryFile.Read("docs", "networks.md").Split('\n');

    [Fact]
    public void The_page_lists_each_network_once_with_its_status() =>
        Assert.Equal(
            NetworkCatalogue.All.Concat(UnitNetworks.Entries).Select(entry => (entry.Name, $"{entry.Status}".ToLowerInvariant())).Order(),
            Rows("Families").SelectMany(cells => Names(cells[2]).Select(name => (name, cells[3]))).Order());

    [Fact]
    public void The_page_lists_the_groups() =>
        Assert.Equal(NetworkGroups.All.Select(group => group.Name), Rows("Groups").SelectMany(cells => Names(cells[1])));

    private static IEnumerable<string[]> Rows(string section) => Lines
        .SkipWhile(line => line != $"## {section}")
        .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
        .Skip(1)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
