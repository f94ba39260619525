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
