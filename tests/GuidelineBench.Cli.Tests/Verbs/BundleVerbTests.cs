namespace GuidelineBench.Cli.Tests.Verbs;

/// <summary>What is refused before anything is built.</summary>
public class BundleVerbTests
{
    private const string Allowed = "linux-x64, linux-arm64, win-x64, osx-arm64";

    [Theory]
    [InlineData("no machine is named")]
    [InlineData("no bundle is made for 'linux-x86'", "linux-x86")]
    [InlineData("no bundle is made for 'LINUX-X64'", "LINUX-X64")]
    public void OnlyKnownMachinesAreTaken(string what, params string[] arguments)
    {
        string line = Invocation.Of(["bundle", .. arguments]).RefusedLine();
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.EndsWith($"allowed: {Allowed}", line, StringComparison.Ordinal);
    }

    [Fact]
    public void OneMachineAtATime() => Assert.Contains("linux-arm64", Invocation.Of("bundle", "linux-x64", "linux-arm64").RefusedLine(), StringComparison.Ordinal);
}
