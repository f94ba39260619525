using System.Text.Json;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Tests.Verbs;

public sealed class PredictVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AnswersAsJsonWithTheMeasurementWhereTheFileHasIt()
    {
        string file = Write("results.json", CostedRun.File(networks: "shufflenet_v2_1.0x"));

        Invocation invocation = Invocation.Of("predict", file, "--network", "shufflenet_v2_1.0x,mobilenet_v1_0.5", "--format", "json");

        Assert.Equal("", invocation.Error);
        Assert.Equal(0, invocation.Code);
        JsonElement answer = JsonDocument.Parse(invocation.Out).RootElement;
        Assert.Equal(75, answer.GetProperty("model").GetProperty("cells").GetInt32());
        Assert.Equal(
            ["pass", "multiplyAdds", "productBytes", "streamedBytes", "elementwiseBytes", "operators"],
            answer.GetProperty("model").GetProperty("coefficients").EnumerateArray().Select(price => price.GetProperty("term").GetString()));
        JsonElement[] networks = [.. answer.GetProperty("networks").EnumerateArray()];
        Assert.Equal(["shufflenet_v2_1.0x", "mobilenet_v1_0.5"], networks.Select(network => network.GetProperty("network").GetString()));
        double predicted = networks[0].GetProperty("ns").GetDouble(), measured = networks[0].GetProperty("measuredNs").GetDouble();
        Assert.InRange(predicted / measured, 0.7, 1.3);
        Assert.InRange(predicted, networks[0].GetProperty("lowerNs").GetDouble(), networks[0].GetProperty("upperNs").GetDouble());
        Assert.Equal(1, networks[0].GetProperty("terms").EnumerateArray().Sum(term => term.GetProperty("share").GetDouble()), 1e-9);
        Assert.Equal(JsonValueKind.Null, networks[1].GetProperty("measuredNs").ValueKind);
    }

    [Fact]
    public void TakesMeasurementsFromAnotherFileOfTheMachine()
    {
        string file = Write("results.json", CostedRun.File());
        string other = Write("networks.json", CostedRun.File(units: false, networks: "mobilenet_v1_0.5"));

        Invocation invocation = Invocation.Of("predict", file, "--measured", other, "--network", "mobilenet_v1_0.5", "--format", "json");

        JsonElement network = Assert.Single(JsonDocument.Parse(invocation.Out).RootElement.GetProperty("networks").EnumerateArray());
        Assert.True(network.GetProperty("measuredNs").GetDouble() > 0);
    }

    [Fact]
    public void SaysInWordsWhatThingsCost()
    {
        Invocation invocation = Invocation.Of("predict", Write("results.json", CostedRun.File()), "--network", "mobilenet_v1_0.5");

        Assert.Equal(0, invocation.Code);
        Assert.Contains("One more operator costs", invocation.Out, StringComparison.Ordinal);
        Assert.Contains("Fitted on 75 guideline cells (simd, 1 thread, batch 1), on no network.", invocation.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AnswersQuickQuestionsAboutAChain()
    {
        Invocation invocation = Invocation.Of(
            "predict", Write("results.json", CostedRun.File()), "--channels", "24,144,24", "--map", "28x14", "--format", "json");

        JsonElement network = Assert.Single(JsonDocument.Parse(invocation.Out).RootElement.GetProperty("networks").EnumerateArray());
        Assert.Equal("1x1 24->144->24 g=1 at 28x14", network.GetProperty("network").GetString());
        JsonElement multiplyAdds = network.GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("term").GetString() == "multiplyAdds");
        Assert.Equal(2.0 * 24 * 144 * 28 * 14, multiplyAdds.GetProperty("amount").GetDouble());
    }

    [Fact]
    public void ADescriptionIsPredictedAndItsErrorsNameLineAndColumn()
    {
        string file = Write("results.json", CostedRun.File());
        string good = folder["mynet.txt"], bad = folder["bad.txt"];
        File.WriteAllText(good, "input 3 64x64\nconv 8 kernel=3 relu\ndepthwise\nmean\nfc 10\n");
        File.WriteAllText(bad, "input 3 64x64\nconv 8 dilation=2\n");

        Invocation invocation = Invocation.Of("predict", file, "--description", good);
        Assert.Equal(0, invocation.Code);
        Assert.Contains("mynet", invocation.Out, StringComparison.Ordinal);
        Assert.Contains("bad.txt:2:8: conv does not take 'dilation'; allowed: ", Invocation.Of("predict", file, "--description", bad).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("no such file", Invocation.Of("predict", file, "--description", folder["none.txt"]).RefusedLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing is asked about: predict; allowed: --network, --description or --channels")]
    [InlineData("unknown network 'resnet51', did you mean 'resnet50'?: --network; allowed: ", "--network", "resnet51")]
    [InlineData("1 channel counts: --channels; allowed: 2 to 1000", "--channels", "24")]
    [InlineData("unusable channel count '0': --channels", "--channels", "24,0")]
    [InlineData("unusable size '28': --map; allowed: HEIGHTxWIDTH", "--channels", "24,24", "--map", "28")]
    [InlineData("--channels; allowed: an odd kernel, and channels that the groups divide", "--channels", "24,25", "--groups", "4")]
    [InlineData("a map of 16384x4096x4096 is too large: --channels", "--channels", "3,16384", "--map", "4096x4096")]
    [InlineData("a map of 16384x4096x4096 is too large: --channels", "--channels", "16384,1", "--map", "4096x4096")]
    [InlineData("a convolution to 16384x127x129 is too large: --channels; allowed: 4503599627370496 multiply-adds", "--channels", "16384,16384", "--map", "127x129", "--kernel", "63")]
    [InlineData("are of a chain: predict; allowed: with --channels", "--network", "alexnet", "--map", "28x28")]
    public void UnusableQuestionsAreRefusedInOneLine(string why, params string[] options) =>
        Assert.Contains(why, Invocation.Of(["predict", Write("results.json", CostedRun.File()), .. options]).RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void AFileWithoutGuidelineCellsOrWithoutUnitsIsRefusedWithTheRemedy()
    {
        ResultFile whole = CostedRun.File();
        string empty = Write("empty.json", whole with { Cells = [] }), tables = Write("tables.json", CostedRun.File(units: false));

        Assert.Contains("no configuration has 12 guideline cells", Invocation.Of("predict", empty, "--network", "alexnet").RefusedLine(), StringComparison.Ordinal);
        string line = Invocation.Of("predict", tables, "--network", "mobilenet_v1_0.5").RefusedLine();
        Assert.Contains("mobilenet_v1_0.5 needs the price of bytes of depthwise convolutions", line, StringComparison.Ordinal);
        Assert.Contains("--networks appendix1b", line, StringComparison.Ordinal);
        Assert.Contains("no such file", Invocation.Of("predict", folder["none.json"], "--network", "alexnet").RefusedLine(), StringComparison.Ordinal);
    }

    private string Write(string name, ResultFile file) => folder.Write(name, ResultFileJson.Serialize(file));
}
