using GuidelineBench.Cli.Bundles;

namespace GuidelineBench.Cli.Tests.Bundles;

public class PublicationTests
{
    [Theory]
    [InlineData("cli.csproj : error NU1101: Unable to find package Microsoft.NETCore.App.Runtime.osx-arm64. No packages exist with this id in source(s): local", 4, "Microsoft.NETCore.App.Runtime.osx-arm64")]
    [InlineData("cli.csproj : error NU1102: Unable to find package Microsoft.NETCore.App.Runtime.osx-arm64 with version (= 10.0.12)", 4, "Microsoft.NETCore.App.Runtime.osx-arm64")]
    [InlineData("cli.csproj : error NU1101: Unable to find package Microsoft.NETCore.App.Host.osx-arm64. No packages", 4, "Microsoft.NETCore.App.Host.osx-arm64")]
    [InlineData("cli.csproj : error NU1301: Unable to load the service index for source x.", 4, "no package source can be reached")]
    [InlineData("The command could not be loaded, possibly because:\n  * You intended to execute a .NET application:\n      The application 'publish' does not exist.\n", 4, "SDK is missing")]
    [InlineData("Program.cs(1,1): error CS1002: ; expected", 5, "see above")]
    public void AFailureIsOneLine(string output, int code, string what)
    {
        CommandException error = Publication.Explain(BundleTarget.Find("osx-arm64"), output);

        Assert.Equal(code, error.ExitCode);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
