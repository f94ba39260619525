using System.Text.Json;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Verbs;

public sealed class AdviseVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public AdviseVerbTests() => File.WriteAllText(Results, ResultFileJson.Serialize(CostedRun.File()));

    private string Results => folder["results.json"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NamesFragmentsAndWhatMergingThemSaves()
    {
        // Operators cost 1 µs and more here and bytes next to nothing, so three fragments are the offence.
        string description = folder["mynet.txt"];
        File.WriteAllText(description, "input 32 28x28\nx: conv 32\na: conv 32\nb: conv 32 from=x\nc: conv 32 from=x\nconcat from=a,b,c\n");

        Invocation invocation = Invocation.Of("advise", Results, "--description", description, "--format", "json");

        Assert.Equal("", invocation.Error);
        JsonElement network = Assert.Single(JsonDocument.Parse(invocation.Out).RootElement.GetProperty("networks").EnumerateArray());
        JsonElement offence = network.GetProperty("offences").EnumerateArray().First();
        Assert.Equal("G3", offence.GetProperty("guideline").GetString());
        double before = network.GetProperty("prediction").GetProperty("ns").GetDouble();
        Assert.Equal(before - offence.GetProperty("savedNs").GetDouble(), offence.GetProperty("afterNs").GetDouble(), 1e-6 * before);
        Assert.InRange(offence.GetProperty("savedNs").GetDouble(), 1000, 10_000);
    }

    [Fact]
    public void ListsTheLargestSavingsOfANetworkAsText()
    {
        Invocation all = Invocation.Of("advise", Results, "--network", "densenet_1.0x", "--most", "1000");
        Invocation two = Invocation.Of("advise", Results, "--network", "densenet_1.0x", "--most", "2");

        Assert.Equal(0, all.Code);
        Assert.StartsWith("densenet_1.0x: predicted ", all.Out, StringComparison.Ordinal);
        Assert.Contains("network then ms", two.Out, StringComparison.Ordinal);
        Assert.Contains(" more\n", two.Out, StringComparison.Ordinal);
        Assert.True(two.Out.Length < all.Out.Length);
    }

    [Fact]
    public void WithoutANetworkItIsRefused() =>
        Assert.Contains("nothing is asked about: advise; allowed: --network or --description", Invocation.Of("advise", Results).RefusedLine(), StringComparison.Ordinal);
}
