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
    public void WhatCannotBeUsedHasAReason()
    {
        using JsonDocument answer = JsonDocument.Parse(Invocation.Of("list", "--format", "json").Out);
        foreach (string kind in (string[])["backends", "devices"])
            foreach (JsonElement entry in answer.RootElement.GetProperty(kind).EnumerateArray())
                Assert.NotEqual(entry.GetProperty("usable").GetBoolean(), entry.GetProperty("reason").ValueKind == JsonValueKind.String);
        JsonElement gpu = answer.RootElement.GetProperty("devices").EnumerateArray().Single(device => device.GetProperty("kind").GetString() == "gpu");
        Assert.False(gpu.GetProperty("usable").GetBoolean());
    }

    [Fact]
    public void TextNamesTheDefaultBackend() => Assert.Contains("\nsimd ", Invocation.Of("list", "backends").Out, StringComparison.Ordinal);
}
