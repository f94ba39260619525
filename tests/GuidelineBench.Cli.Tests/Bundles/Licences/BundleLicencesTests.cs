using GuidelineBench.Cli.Bundles;
using GuidelineBench.Cli.Bundles.Licences;
using GuidelineBench.Cli.Folders;

namespace GuidelineBench.Cli.Tests.Bundles.Licences;

public sealed class BundleLicencesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryPackageIsListedWithItsTexts()
    {
        AddPackage("Zebra", "1.0.0", """<license type="expression">MIT</license><copyright>© Z</copyright><projectUrl>https://example.org/z</projectUrl>""");
        AddPackage("apple", "2.0.0", """<license type="file">LICENSE.txt</license>""");
        folder.Write("apple/2.0.0/LICENSE.txt", "Terms of apple.");
        folder.Write("LICENSE", "Our own terms.");

        IReadOnlyList<BundleFile> files = BundleLicences.Of(folder["LICENSE"], [new("Zebra", "1.0.0"), new("apple", "2.0.0")], new PackageFolders([folder.Path]));

        Assert.Equal(["LICENSE", "licences/packages.txt", "licences/MIT.txt", "licences/apple/LICENSE.txt"], files.Select(file => file.Path));
        Assert.Equal("Our own terms.", Text(files[0]));
        Assert.Equal("Terms of apple.", Text(files[3]));
        Assert.Equal(
            """
            apple 2.0.0
              licence    LICENSE.txt
              copyright  The authors
              project
              text       licences/apple/LICENSE.txt

            Zebra 1.0.0
              licence    MIT
              copyright  © Z
              project    https://example.org/z
              text       licences/MIT.txt


            """.ReplaceLineEndings("\n"),
            Text(files[1]));
    }

    [Fact]
    public void EveryPackageOfTheProgramComesWithALicenceText()
    {
        // What the build of the program under test resolved, before a bundle leaves anything out.
        string assets = Path.Combine(Repository.Root!, "src", "GuidelineBench.Cli", "obj", "project.assets.json");
        Package[] packages = [.. DependencyManifest.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, BundleContents.ManifestName))).Packages];
        PackageFolders folders = PackageFolders.Parse(File.ReadAllText(assets));

        Assert.Contains(packages, package => package.Id == "System.CommandLine");
        Assert.Equal(
            [],
            from package in packages
            let licence = PackageLicence.Read(package, folders.Find(package))
            where licence.StandardTexts.IsEmpty && !licence.Texts.Any(text => text == licence.Terms || text.StartsWith("LICENSE", StringComparison.OrdinalIgnoreCase))
            select $"{package} ({licence.Terms})");
    }

    private void AddPackage(string id, string version, string metadata)
    {
        string path = Path.Combine(id.ToLowerInvariant(), version);
        Directory.CreateDirectory(folder[path]);
        folder.Write($"{path}/{id}.nuspec", $"<package><metadata><authors>The authors</authors>{metadata}</metadata></package>");
    }

    private static string Text(BundleFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }
}
