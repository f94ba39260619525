using System.Text.RegularExpressions;

namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>Folders of a project stand in an order: one that another uses does not use it, through others neither.</summary>
public partial class FolderTests
{
    [Fact]
    public void Folders_of_a_project_use_each_other_in_one_direction()
    {
        (string Namespace, string[] Uses)[] files =
        [
            .. from file in RepositoryTree.Files
               where Regex.IsMatch(file, @"^(src|kernels|benchmarks)/.*\.cs$")
               let text = RepositoryTree.Read(file)
               let declared = Declared().Match(text).Groups[1].Value
               where declared.Length > 0
               select (declared, Used().Matches(text).Select(match => match.Groups[1].Value).ToArray()),
        ];
        HashSet<string> all = [.. files.Select(file => file.Namespace)];
        Dictionary<string, HashSet<string>> uses = files.GroupBy(file => file.Namespace).ToDictionary(
            folder => folder.Key,
            folder => folder.SelectMany(file => file.Uses).Where(used => used != folder.Key && all.Contains(used)).ToHashSet());

        Assert.True(all.Count > 50);
        Rule.Holds(
            "No folder of a project uses another that uses it.",
            from folder in all.Order(StringComparer.Ordinal)
            where Reached(folder, uses).Contains(folder)
            select $"{folder}, by way of {string.Join(", ", uses[folder].Where(used => Reached(used, uses).Contains(folder)))}");
    }

    private static HashSet<string> Reached(string from, Dictionary<string, HashSet<string>> uses)
    {
        var reached = new HashSet<string>();
        var left = new Stack<string>(uses[from]);
        while (left.TryPop(out string? next))
            if (reached.Add(next))
                foreach (string used in uses[next])
                    left.Push(used);
        return reached;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Used();
}
