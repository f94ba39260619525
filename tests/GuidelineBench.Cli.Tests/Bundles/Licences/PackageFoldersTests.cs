using System.Text.Json;
using GuidelineBench.Cli.Bundles.Licences;

namespace GuidelineBench.Cli.Tests.Bundles.Licences;

public sealed class PackageFoldersTests : IDisposable
{
    private readonly TemporaryFolder first = new(), second = new();

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public void APackageIsFoundInTheFirstFolderThatHasItsVersion()
    {
        string expected = Directory.CreateDirectory(second["some.package/1.0.0-rc.1"]).FullName;
        Directory.CreateDirectory(first["some.package/2.0.0"]);
        PackageFolders folders = PackageFolders.Parse(JsonSerializer.Serialize(
            new { version = 3, packageFolders = new Dictionary<string, object> { [first.Path] = new { }, [second.Path] = new { } } }));

        Assert.Equal(expected, Path.GetFullPath(folders.Find(new Package("Some.Package", "1.0.0-RC.1"))));
        Assert.Contains("Some.Package 3.0.0", Assert.Throws<CommandException>(() => folders.Find(new Package("Some.Package", "3.0.0"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "packageFolders": [] }""")]
    public void AnotherFileNamesNone(string json) => Assert.Throws<JsonException>(() => PackageFolders.Parse(json));
}
