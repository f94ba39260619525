using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuidelineBench.Cli.Bundles.Licences;

/// <summary>The licences of what a bundle hands on: the project's own at its root, those of packages in a folder.</summary>
internal static class BundleLicences
{
    public const string OwnName = "LICENSE";

    public const string FolderName = "licences";

    /// <summary>In that folder: every package with its licence.</summary>
    public const string ListName = "packages.txt";

    /// <param name="own">Path of the project's licence.</param>
    /// <param name="packages">Of which the bundle has files.</param>
    /// <exception cref="CommandException">A package is not on this machine.</exception>
    /// <exception cref="InvalidDataException">A package says nothing about its licence.</exception>
    public static IReadOnlyList<BundleFile> Of(string own, IEnumerable<Package> packages, PackageFolders folders)
    {
        PackageLicence[] licences =
            [.. packages.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase).Select(package => PackageLicence.Read(package, folders.Find(package)))];
        return
        [
            new(OwnName, () => File.OpenRead(own)),
            BundleFile.OfText($"{FolderName}/{ListName}", List(licences)),
            .. from licence in licences.SelectMany(licence => licence.StandardTexts).Distinct()
               select new BundleFile($"{FolderName}/{licence.FileName}", licence.Open),
            .. from licence in licences
               from text in licence.Texts
               let path = Path.Combine(folders.Find(licence.Package), text)
               select new BundleFile(InFolder(licence, text), () => File.OpenRead(path)),
        ];
    }

    private static string List(IReadOnlyList<PackageLicence> licences)
    {
        var list = new StringBuilder();
        foreach (PackageLicence licence in licences)
        {
            list.Append(licence.Package).Append('\n');
            Line("licence", licence.Terms);
            Line("copyright", licence.Holder);
            Line("project", licence.Project ?? "");
            foreach (string text in licence.StandardTexts.Select(standard => $"{FolderName}/{standard.FileName}").Concat(licence.Texts.Select(text => InFolder(licence, text))))
                Line("text", text);
            list.Append('\n');
        }

        return list.ToString();

        void Line(string name, string value) => list.Append($"  {name,-9}  {value.ReplaceLineEndings(" ")}".TrimEnd()).Append('\n');
    }

    private static string InFolder(PackageLicence licence, string text) => $"{FolderName}/{licence.Package.Id}/{text}";
}

/// <summary>A package, or a runtime pack, as package sources know it.</summary>
internal sealed record Package(string Id, string Version)
{
    public override string ToString() => $"{Id} {Version}";
}

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
