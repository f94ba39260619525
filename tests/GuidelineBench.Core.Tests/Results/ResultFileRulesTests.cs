using System.Text.Json.Nodes;
using GuidelineBench.Core.Results;
using static GuidelineBench.Core.Tests.Results.ResultFileText;

namespace GuidelineBench.Core.Tests.Results;

public class ResultFileRulesTests
{
    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("\"NaN\"")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("1,5")]
    public void A_median_that_is_no_positive_number_is_refused(string number)
    {
        JsonObject json = FileJson();
        Cell(json)["medianNs"] = 123456789;

        Refusal(json.ToJsonString().Replace("123456789", number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("experiment", "\"\"", "cells[0].experiment is empty")]
    [InlineData("row", "\"1:7\"", "cells[0].row is \"1:7\"; 1:1, 1:2, 1:6, 1:12, 1:1 whole blocks, 1:12 whole blocks is allowed")]
    [InlineData("scale", "\"x3\"", "cells[0].scale is \"x3\"; x1, x2, x4 is allowed")]
    [InlineData("scale", "null", "cells[0].scale is null; x1, x2, x4 is allowed")]
    [InlineData("setting", "\"npu\"", "cells[0].setting is \"npu\"; cpu, gpu is allowed")]
    [InlineData("guideline", "\"G5\"", "cells[0].guideline is \"G5\"; G1, G2, G3, G4 or null is allowed")]
    [InlineData("threads", "0", "cells[0].threads is 0; 1 or more is allowed")]
    [InlineData("threads", "1e10", "cells[0].threads")]
    [InlineData("batch", "-4", "cells[0].batch is -4; 1 or more is allowed")]
    [InlineData("multiplyAdds", "0", "cells[0].multiplyAdds is 0; 1 or more is allowed")]
    [InlineData("memoryAccess", "-1", "cells[0].memoryAccess is -1; 1 or more is allowed")]
    [InlineData("memoryAccessBound", "1e999", "cells[0].memoryAccessBound is Infinity; a number above 0 is allowed")]
    [InlineData("channels", "[26,0]", "cells[0].channels[1] is 0; 1 or more is allowed")]
    [InlineData("channels", "null", "cells[0].channels")]
    [InlineData("input", "[56]", "cells[0].input has 1 members; height and width are allowed")]
    [InlineData("rounds", "[[1],[]]", "cells[0].rounds[1] is empty")]
    [InlineData("rounds", "[[1],null]", "cells[0].rounds[1]")]
    [InlineData("rounds", "[[1],[2,-3]]", "cells[0].rounds[1][1] is -3; a number above 0 is allowed")]
    [InlineData("operators", "[null]", "cells[0].operators[0] is null")]
    [InlineData("bytes", "-1", "cells[0].bytes is -1; 0 or more is allowed")]
    [InlineData("maxError", "-1e-9", "cells[0].maxError is -1E-09; 0 or more is allowed")]
    public void A_cell_with_a_bad_member_is_refused(string member, string value, string expected)
    {
        JsonObject json = FileJson();
        Cell(json)[member] = "placeholder";

        Assert.Contains(expected, Refusal(json.ToJsonString().Replace("\"placeholder\"", value, StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_is_there_twice_is_refused()
    {
        JsonObject json = FileJson();
        json["cells"]!.AsArray().Add(Cell(json).DeepClone());

        Assert.Contains("cells[1] repeats an earlier one", Refusal(json.ToJsonString()).Message, StringComparison.Ordinal);

        json["cells"]![1]!["variant"] = "unfused";
        json["noise"]![0]!["fastestNs"]!.AsArray().Add(null);
        Assert.Equal(2, Parse(json.ToJsonString()).Cells.Length);
    }

    [Fact]
    public void A_ceiling_that_is_there_twice_is_refused()
    {
        JsonObject json = FileJson();
        json["ceilings"]!.AsArray().Add(json["ceilings"]![0]!.DeepClone());

        Assert.Contains("ceilings[1] repeats an earlier one", Refusal(json.ToJsonString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_there_twice_is_refused() =>
        Refusal(ResultFileJson.Serialize(ResultFileSample.Full).Replace("\"seed\": 42", "\"seed\": 42, \"seed\": 43", StringComparison.Ordinal));

    [Theory]
    [InlineData("fmaGflops", "[]", "noise[0].fmaGflops has 0 members; as many as ceilings (1) are allowed")]
    [InlineData("fmaGflops", "[0]", "noise[0].fmaGflops is 0; a number above 0 is allowed")]
    [InlineData("fastestNs", "[1,2]", "noise[0].fastestNs has 2 members; as many as cells (1) are allowed")]
    [InlineData("fastestNs", "[-1]", "noise[0].fastestNs is -1; a number above 0 is allowed")]
    [InlineData("fastestNs", "null", "noise[0].fastestNs")]
    public void A_noise_run_that_does_not_fit_the_file_is_refused(string member, string value, string expected)
    {
        JsonObject json = FileJson();
        json["noise"]![0]![member] = "placeholder";

        Assert.Contains(expected, Refusal(json.ToJsonString().Replace("\"placeholder\"", value, StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }
}
