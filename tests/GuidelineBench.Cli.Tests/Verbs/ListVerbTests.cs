using System.Text.Json;

namespace GuidelineBench.Cli.Tests.Verbs;

public class ListVerbTests
{
    [Fact]
    public void ExperimentsAreTheFourTables()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("list", "experiments", "--format", "json").Out);
        Assert.Equal(
            ["table1 G1 4", "table2 G2 4", "table3 G3 5", "table4 G4 4"],
            answer.RootElement.EnumerateArray().Select(experiment =>
                $"{experiment.GetProperty("name").GetString()} {experiment.GetProperty("guideline").GetString()} {experiment.GetProperty("rows").GetArrayLength()}"));
    }

    [Fact]
    public void NetworksHaveExactFiguresAndSayHowSureTheyAre()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("list", "networks", "--format", "json").Out);
        JsonElement[] networks = [.. answer.RootElement.EnumerateArray()];
        Assert.Distinct(networks.Select(network => network.GetProperty("name").GetString()));

        // As published by the libraries that have them; multiply-adds counted by hand from their layers.
        JsonElement resnet = Named("resnet50");
        Assert.Equal("[224,224]", Compact(resnet.GetProperty("input")));
        Assert.Equal(25_557_032, resnet.GetProperty("parameters").GetInt64());
        Assert.Equal(4_089_184_256, resnet.GetProperty("multiplyAdds").GetInt64());
        Assert.Equal("published", resnet.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, resnet.GetProperty("note").ValueKind);
        Assert.Equal(3_504_872, Named("mobilenet_v2_1.0").GetProperty("parameters").GetInt64());
        Assert.Equal("MobileNet v2", Named("mobilenet_v2_1.0").GetProperty("family").GetString());
        Assert.Equal("derived", Named("densenet_1.0x").GetProperty("status").GetString());
        Assert.All(networks, network => Assert.Equal(
            network.GetProperty("status").GetString() == "published", network.GetProperty("note").ValueKind == JsonValueKind.Null));

        JsonElement Named(string name) => networks.Single(network => network.GetProperty("name").GetString() == name);
        static string Compact(JsonElement element) => element.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal);
    }

    [Fact]
    public void TheTextShowsWhatIsDerivedAndTheGroups()
    {
        string[] lines = Invocation.Of("list", "networks").Out.Split('\n');
        string line = Assert.Single(lines, line => line.StartsWith("igcv2_0.5 ", StringComparison.Ordinal));
        Assert.Contains(" 224x224 ", line, StringComparison.Ordinal);
        Assert.Contains(" derived ", line, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("appendix1a ", StringComparison.Ordinal) && line.Contains(" 48 ", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryListedNetworkCanBeAskedFor()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("list", "networks", "--format", "json").Out);
        JsonElement[] networks = [.. answer.RootElement.EnumerateArray()];
        // The group alexnet has the name of one of the networks; with its own size a name is never a group's.
        string names = string.Join(',', networks.Select(network => network.GetProperty("name").GetString()))
            .Replace(",alexnet,", ",alexnet@224x224,", StringComparison.Ordinal);
        using JsonDocument costs = JsonDocument.Parse(Invocation.Of("cost", "--tables", "none", "--networks", names, "--format", "json").Out);
        Assert.Equal(
            networks.Select(network => (network.GetProperty("multiplyAdds").GetInt64(), network.GetProperty("parameters").GetInt64())),
            costs.RootElement.EnumerateArray().Select(cost => (cost.GetProperty("multiplyAdds").GetInt64(), cost.GetProperty("parameters").GetInt64())));
    }

    [Fact]
    public void WhatCannotBeUsedHasAReason()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("list", "--format", "json").Out);
        foreach (string kind in (string[])["backends", "devices"])
            foreach (JsonElement entry in answer.RootElement.GetProperty(kind).EnumerateArray())
                Assert.NotEqual(entry.GetProperty("usable").GetBoolean(), entry.GetProperty("reason").ValueKind == JsonValueKind.String);
    }

    [Fact]
    public void TheProcessorIsADeviceThatIsNotChosen()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("list", "devices", "--format", "json").Out);
        JsonElement processor = answer.RootElement[0];
        Assert.Equal("processor", processor.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, processor.GetProperty("index").ValueKind);
        Assert.True(processor.GetProperty("usable").GetBoolean());
    }

    /// <summary>One build has ILGPU and finds devices, its own CPU accelerator at least; the other says how to get it.</summary>
    [Fact]
    public void WhatIsNoProcessorCanBeChosenOrSaysHowToGetIt()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("list", "devices", "--format", "json").Out);
        JsonElement[] others = [.. answer.RootElement.EnumerateArray().Skip(1)];
        Assert.NotEmpty(others);
        if (others is [var none] && none.GetProperty("kind").GetString() == "gpu")
        {
            Assert.Contains("GUIDELINEBENCH_NUGET_SOURCE=", none.GetProperty("reason").GetString(), StringComparison.Ordinal);
            Assert.Contains("GUIDELINEBENCH_NUGET_SOURCE=", Invocation.Of("list", "backends").Out, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(
                Enumerable.Range(0, others.Count(HasIndex)),
                others.Where(HasIndex).Select(device => device.GetProperty("index").GetInt32()));
            Assert.Contains(others, device => device.GetProperty("id").GetString() == "cpu" && device.GetProperty("usable").GetBoolean());
        }

        static bool HasIndex(JsonElement device) => device.GetProperty("index").ValueKind == JsonValueKind.Number;
    }

    [Fact]
    public void TextNamesTheDefaultBackend() => Assert.Contains("\nsimd ", Invocation.Of("list", "backends").Out, StringComparison.Ordinal);
}
