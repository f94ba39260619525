using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuidelineBench.Cli.Bundles.Licences;

/// <summary>Where the packages of a build lie on this machine.</summary>
/// <param name="folders">The package folder, then those that it falls back on.</param>
internal sealed class PackageFolders(IReadOnlyList<string> folders)
{
    /// <param name="json">The <c>project.assets.json</c> that restoring a project wrote.</param>
    /// <exception cref="JsonException">Not such a file.</exception>
    public static PackageFolders Parse(string json) => new(
        [.. (JsonNode.Parse(json)?["packageFolders"] as JsonObject ?? throw new JsonException("no packageFolders")).Select(folder => folder.Key)]);

    /// <exception cref="CommandException">It lies in none of them.</exception>
    public string Find(Package package) =>
        folders
            .Select(folder => Path.Combine(folder, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant()))
            .FirstOrDefault(Directory.Exists)
        ?? throw new CommandException(
            ExitCode.Absent, $"the licence of {package} cannot be read: it is not in {string.Join(" or ", folders)}; allowed: a package restored by NuGet");
}
