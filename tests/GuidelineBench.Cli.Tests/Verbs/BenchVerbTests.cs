using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Tests.Verbs;

public class BenchVerbTests
{
    /// <summary>Wherever the verb's own options stand.</summary>
    [Theory]
    [InlineData("bench --backend ilgpu --device cpu --filter *relu* --job dry")]
    [InlineData("bench --filter *relu* --device cpu --job dry --backend ilgpu")]
    public void AllButBackendAndDeviceIsHandedOn(string commandLine) => Assert.Equal(
        ["--filter", "*relu*", "--job", "dry"],
        Application.Parse(commandLine.Split(' '), new Terminal(TextWriter.Null, TextWriter.Null)).UnmatchedTokens);
}
