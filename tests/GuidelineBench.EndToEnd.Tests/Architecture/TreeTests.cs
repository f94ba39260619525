using System.Text.RegularExpressions;

namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>What no file of the repository holds: it must build and make sense on any machine.</summary>
public partial class TreeTests
{
    [Fact]
    public void No_file_holds_a_path_of_some_machine() =>
        Rule.Holds("No file holds an absolute path of somebody's machine.", Lines(MachinePath()));

    [Fact]
    public void No_file_holds_a_registry() =>
        Rule.Holds("No file names a package registry; where packages come from is the user's choice.", Lines(Registry()));

    private static IEnumerable<string> Lines(Regex forbidden) =>
        from file in RepositoryTree.Files
        let text = RepositoryTree.Read(file)
        where !text.Contains('\0')
        from match in forbidden.Matches(text)
        select $"{file}:{text.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value}";

    [GeneratedRegex(@"(?<![\w.~)}])/(home|root|work|Users)/\w+|\b[a-z]:[\\/]+(users|work|build)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\bnuget\.org|/v3/index\.json|artifactor[y]|\bpkgs\.|https?://(localhost|\d+\.\d+\.\d+\.\d+|[\w.-]*(nexus|registry|mirror|feed)[\w.-]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}
