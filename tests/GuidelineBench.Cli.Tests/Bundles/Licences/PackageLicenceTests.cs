using GuidelineBench.Cli.Bundles.Licences;

namespace GuidelineBench.Cli.Tests.Bundles.Licences;

public sealed class PackageLicenceTests : IDisposable
{
    private static readonly Package Package = new("Some.Package", "1.2.3");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AnExpressionStandsWithItsStandardText()
    {
        PackageLicence licence = Read("""<license type="expression">MIT</license><copyright>© Somebody</copyright><projectUrl>https://example.org/</projectUrl>""", "ThirdPartyNotices.rtf", "README.md");

        Assert.Equal(("MIT", "© Somebody", "https://example.org/"), (licence.Terms, licence.Holder, licence.Project));
        Assert.Equal(["ThirdPartyNotices.rtf"], licence.Texts);
        Assert.Equal(["MIT"], licence.StandardTexts.Select(text => text.Identifier));
    }

    [Fact]
    public void ThePackagesOwnTextsGoBeforeStandardOnes()
    {
        PackageLicence licence = Read("""<license type="expression">MIT</license>""", "LICENSE.TXT", "THIRD-PARTY-NOTICES.TXT", "Icon.png");

        Assert.Equal(["LICENSE.TXT", "THIRD-PARTY-NOTICES.TXT"], licence.Texts);
        Assert.Empty(licence.StandardTexts);
        Assert.Equal("The authors", licence.Holder);
    }

    [Fact]
    public void ALicenceFileMayHaveAnyNameAndPlace()
    {
        Directory.CreateDirectory(folder["legal"]);
        PackageLicence licence = Read("""<license type="file">legal\terms.md</license><licenseUrl>https://aka.ms/deprecateLicenseUrl</licenseUrl>""", "legal/terms.md");

        Assert.Equal("legal/terms.md", licence.Terms);
        Assert.Equal(["legal/terms.md"], licence.Texts);
        Assert.Empty(licence.StandardTexts);
    }

    [Fact]
    public void AnOldPackageNamesAnAddress() =>
        Assert.Equal("https://example.org/licence", Read("<licenseUrl>https://example.org/licence</licenseUrl>").Terms);

    [Fact]
    public void APackageWithoutALicenceIsRefused() => Assert.Throws<InvalidDataException>(() => Read("<copyright>© Somebody</copyright>"));

    [Theory]
    [InlineData("MIT", "MIT")]
    [InlineData("MS-PL OR Apache-2.0", "Apache-2.0")]
    [InlineData("(MIT AND Apache-2.0)", "MIT", "Apache-2.0")]
    [InlineData("BSD-3-Clause", "BSD-3-Clause")]
    [InlineData("MIT-0")]
    [InlineData("https://example.org/MIT")]
    public void StandardTextsAreThoseOfTheExpression(string expression, params string[] identifiers) =>
        Assert.Equal(identifiers, StandardLicence.In(expression).Select(licence => licence.Identifier));

    [Fact]
    public void StandardTextsAreWhole()
    {
        // Beginning and end of the licences as their stewards publish them.
        AssertText("MIT", "MIT License Permission is hereby granted, free of charge,", "OR OTHER DEALINGS IN THE SOFTWARE.");
        AssertText("Apache-2.0", "Apache License Version 2.0, January 2004", "limitations under the License.");
        AssertText("BSD-3-Clause", "BSD 3-Clause License Redistribution and use in source and binary forms,", "EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.");
    }

    private static void AssertText(string identifier, string beginning, string end)
    {
        using var text = new StreamReader(Assert.Single(StandardLicence.In(identifier)).Open());
        string words = string.Join(' ', text.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(beginning, words, StringComparison.Ordinal);
        Assert.EndsWith(end, words, StringComparison.Ordinal);
    }

    private PackageLicence Read(string metadata, params string[] files)
    {
        folder.Write(
            "some.package.nuspec",
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>Some.Package</id><version>1.2.3</version><authors>The authors</authors>{metadata}</metadata>
            </package>
            """);
        foreach (string file in files)
            folder.Write(file, "");
        return PackageLicence.Read(Package, folder.Path);
    }
}
