using System.Globalization;
using System.Text.Json;

namespace GuidelineBench.Cli.Tests.Verbs;

public class CostVerbTests
{
    [Fact]
    public void WritesExactFiguresAsJson()
    {
        Invocation invocation = Invocation.Of("cost", "--tables", "1", "--rows", "1:6", "--scale", "x2", "--format", "json");
        Assert.Equal(0, invocation.Code);
        Assert.Equal("", invocation.Error);
        JsonElement cell = Assert.Single(JsonDocument.Parse(invocation.Out).RootElement.EnumerateArray());
        Assert.Equal("table1", cell.GetProperty("experiment").GetString());
        Assert.Equal("G1", cell.GetProperty("guideline").GetString());
        Assert.Equal("1:6", cell.GetProperty("row").GetString());
        Assert.Equal("x2", cell.GetProperty("scale").GetString());
        Assert.Equal("cpu", cell.GetProperty("setting").GetString());
        Assert.Equal([26, 156], cell.GetProperty("channels").EnumerateArray().Select(channel => channel.GetInt32()));
        // 20 convolutions of 56 * 56 * 26 * 156 and of 56 * 56 * (26 + 156) + 26 * 156.
        Assert.Equal(254_392_320, cell.GetProperty("multiplyAdds").GetInt64());
        Assert.Equal(11_496_160, cell.GetProperty("memoryAccess").GetInt64());
        Assert.Equal(4 * 11_496_160, cell.GetProperty("bytes").GetInt64());
        Assert.Equal(20 * 26 * 156, cell.GetProperty("weights").GetInt64());
        Assert.Equal(20, cell.GetProperty("convolutions").GetInt32());
        Assert.Equal(0, cell.GetProperty("elementwiseElements").GetInt64());
        // Eq. 1 for each: 2 sqrt(hw B) + B / hw with B = hw c1 c2.
        double bound = 20 * (2 * 3136 * Math.Sqrt(26 * 156) + 26 * 156);
        Assert.Equal(bound, cell.GetProperty("memoryAccessBound").GetDouble(), bound * 1e-12);
        Assert.Equal(254_392_320.0 / (4 * 11_496_160), cell.GetProperty("arithmeticIntensity").GetDouble(), 1e-12);
    }

    [Fact]
    public void CoversAllTablesAndScalesByDefault()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("cost", "--format", "json").Out);
        // 4 + 4 + 5 + 4 rows at three scales.
        Assert.Equal(51, answer.RootElement.GetArrayLength());
    }

    [Fact]
    public void TakesLabelsWithCommas()
    {
        string csv = Invocation.Of("cost", "--rows", "relu=no,shortcut=no,g=4,1:1", "--scale", "x4", "--format", "csv").Out;
        string[] lines = csv.TrimEnd('\n').Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("experiment,guideline,row,scale,setting,channels,multiplyAdds,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("table1,G1,1:1,x4,cpu,128 128,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("table2,G2,g=4,x4,cpu,512,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("table4,G4,\"relu=no,shortcut=no\",x4,cpu,128 32,", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void IsTheSameUnderACultureWithDecimalCommas()
    {
        string[] formats = ["text", "json", "csv"];
        string[] before = [.. formats.Select(Answer)];
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(before, formats.Select(Answer));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        static string Answer(string format) => Invocation.Of("cost", "--tables", "2", "--setting", "gpu", "--format", format).Out;
    }

    [Fact]
    public void NoTablesAreNoCells() => Assert.Equal("[]\n", Invocation.Of("cost", "--tables", "none", "--format", "json").Out);

    [Fact]
    public void NetworksHaveNoGuidelineScaleAndSetting()
    {
        JsonElement cost = Assert.Single(JsonDocument.Parse(
            Invocation.Of("cost", "--tables", "none", "--networks", "shufflenet_v2_1.0x@320x256", "--format", "json").Out).RootElement.EnumerateArray());
        Assert.Equal("network:shufflenet_v2_1.0x@320x256", cost.GetProperty("experiment").GetString());
        foreach (string none in (string[])["guideline", "scale", "setting"])
            Assert.Equal(JsonValueKind.Null, cost.GetProperty(none).ValueKind);
        Assert.Equal(0, cost.GetProperty("channels").GetArrayLength());
        Assert.Equal([320, 256], cost.GetProperty("input").EnumerateArray().Select(side => side.GetInt32()));
        // All of its maps are 80 / 49 of those at 224x224 (145 814 000 less 1 024 000 of the classifier), rounded up nowhere.
        Assert.Equal(1_024_000 + (145_813_948 - 1_024_000L) * 80 / 49, cost.GetProperty("multiplyAdds").GetInt64(), 1_000.0);
    }

    [Fact]
    public void GroupsAndNamesMixAndNothingComesTwice()
    {
        string[] lines = Invocation.Of("cost", "--tables", "none", "--networks", "resnet50_2015,table6,table6,alexnet", "--format", "csv").Out.TrimEnd('\n').Split('\n');
        // Table 6 has 5 networks, ShuffleNet v1's comparison 5 others; ResNet-50 was named first.
        Assert.Equal(1 + 10, lines.Length);
        Assert.StartsWith("network:resnet50_2015,,ResNet-50,,,,", lines[1], StringComparison.Ordinal);
        Assert.Equal(10, lines.Skip(1).Select(line => line.Split(',')[0]).Distinct().Count());
    }

    [Fact]
    public void StacksOfUnitsAreRowsOfOneExperiment()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("cost", "--tables", "none", "--networks", "appendix1b", "--format", "json").Out);
        JsonElement[] costs = [.. answer.RootElement.EnumerateArray()];
        Assert.Equal(24, costs.Length);
        Assert.All(costs, cost => Assert.Equal("appendix1b", cost.GetProperty("experiment").GetString()));
        Assert.Equal(24, costs.Select(cost => cost.GetProperty("row").GetString()).Distinct().Count());
        // Ten units of 56 x 56 pixels with two pointwise convolutions of 128 to 128 channels and a depthwise one.
        JsonElement unit = costs.Single(cost => cost.GetProperty("row").GetString() == "ShuffleNet v2, c=256, 56x56");
        Assert.Equal([256], unit.GetProperty("channels").EnumerateArray().Select(channels => channels.GetInt32()));
        Assert.Equal(10L * 3136 * (2 * 128 * 128 + 9 * 128), unit.GetProperty("multiplyAdds").GetInt64());
    }

    [Theory]
    [InlineData("ShuffleNet v2 2x (ours, with SE)", "network:shufflenet_v2_2.0x_se")]
    [InlineData("NASNet-A (4 @ 1056,our impl.),ShuffleNet v2 1x (ours)", "network:shufflenet_v2_1.0x network:nasnet_a_4_1056")]
    [InlineData("1.4 MobileNet v2 (our impl.)", "network:mobilenet_v2_1.4")]
    public void RowsOfNetworksAreChosenByTheirLabels(string rows, string experiments)
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("cost", "--networks", "table8", "--rows", rows, "--format", "json").Out);
        Assert.Equal(experiments, string.Join(' ', answer.RootElement.EnumerateArray().Select(cost => cost.GetProperty("experiment").GetString())));
    }

    [Theory]
    [InlineData("resnet51", "unknown network 'resnet51', did you mean 'resnet50'?: --networks; allowed: table6, ")]
    [InlineData("table8,", "empty entry in 'table8,'")]
    [InlineData("", "empty entry in ''")]
    [InlineData("table9", "unknown network 'table9', did you mean 'table")]
    [InlineData("resnet50@224", "HEIGHTxWIDTH")]
    [InlineData("resnet50@0x224", "HEIGHTxWIDTH")]
    [InlineData("resnet50@9000x224", "8192")]
    [InlineData("resnet50@224x224x3", "HEIGHTxWIDTH")]
    [InlineData("alexnet@16x16", "alexnet@16x16 cannot be built")]
    [InlineData("resnet50@224x224@1", "more than one @")]
    public void UnusableNetworksAreRefusedInOneLine(string networks, string why)
    {
        foreach (string verb in (string[])["cost", "run"])
        {
            string line = Invocation.Of(verb, "--tables", "none", "--networks", networks).RefusedLine();
            Assert.Contains(why, line, StringComparison.Ordinal);
            Assert.Contains("--networks", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ARowOfNoChosenNetworkIsRefused()
    {
        string line = Invocation.Of("cost", "--tables", "none", "--networks", "table6", "--rows", "1:1").RefusedLine();
        Assert.Contains("unknown row '1:1'", line, StringComparison.Ordinal);
        Assert.Contains("ResNet-50; ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void TextIsPlainAndAligned()
    {
        string[] lines = Invocation.Of("cost", "--tables", "1", "--scale", "x1").Out.Split('\n');
        Assert.DoesNotContain('\u001b', string.Concat(lines));
        Assert.Equal(6, lines.TakeWhile(line => line.Length > 0).Count() + 1);
        int end = lines[0].IndexOf("multiply-adds", StringComparison.Ordinal) + "multiply-adds".Length;
        // c1 = c2 = 32: 20 * 3136 * 1024.
        Assert.EndsWith(" 64225280", lines[1][..end], StringComparison.Ordinal);
    }
}
