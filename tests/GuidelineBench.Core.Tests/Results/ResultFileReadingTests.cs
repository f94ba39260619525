using System.Text;
using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using static GuidelineBench.Core.Tests.Results.RecordComparison;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Results;

public class ResultFileReadingTests
{
    [Fact]
    public void Members_that_may_be_missing_are_empty_and_not_null()
    {
        JsonObject json = FileJson();
        foreach (string name in new[] { "ceilings", "cells", "rounds", "command", "noise" })
            json.Remove(name);
        foreach (string name in new[] { "cacheBytes", "devices", "memoryBytes" })
            json["machine"]!.AsObject().Remove(name);
        json["conditions"] = new JsonObject();

        ResultFile file = Parse(json.ToJsonString());

        Assert.Empty(file.Cells);
        Assert.Empty(file.Ceilings);
        Assert.Empty(file.Noise);
        Assert.Empty(file.Machine.CacheBytes);
        Assert.Empty(file.Machine.Devices);
        Assert.Empty(file.Conditions.Flags);
        Assert.Empty(file.Conditions.PinnedCores);
        Assert.Empty(file.Conditions.ByRound);
        Assert.Null(file.Conditions.Load);
    }

    [Fact]
    public void A_cell_that_was_not_measured_is_read()
    {
        JsonObject json = FileJson();
        JsonObject cell = Cell(json);
        foreach (string name in new[] { "rounds", "medianNs", "channels", "input", "operators", "bytes", "device" })
            cell.Remove(name);

        CellResult read = Parse(json.ToJsonString()).Cells.Single();

        Assert.Empty(read.Rounds);
        Assert.Empty(read.Channels);
        Assert.Empty(read.Input);
        Assert.Null(read.Operators);
        Assert.Null(read.MedianNs);
    }

    [Fact]
    public void Members_of_a_later_build_are_passed_over()
    {
        JsonObject json = FileJson();
        json["later"] = new JsonObject { ["a"] = new JsonArray(1, "two", null) };
        json["machine"]!["later"] = true;
        Cell(json)["later"] = "x";

        AssertSame(ResultFileSample.Full, Parse(json.ToJsonString()), "file");
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ResultFileJson.Serialize(ResultFileSample.Full))];

        AssertSame(ResultFileSample.Full, ResultFileJson.Parse(marked, "marked.json"), "file");
    }

    [Fact]
    public void Experiments_of_other_tools_may_have_rows_of_their_own()
    {
        JsonObject json = FileJson();
        (Cell(json)["experiment"], Cell(json)["row"], Cell(json)["scale"], Cell(json)["setting"]) = ("network:mine", "mine 1x", null, null);

        Assert.Equal("mine 1x", Parse(json.ToJsonString()).Cells.Single().Row);
    }
}
