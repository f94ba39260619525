using System.Text;

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
