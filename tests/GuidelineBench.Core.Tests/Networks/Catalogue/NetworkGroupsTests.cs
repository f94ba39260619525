using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Tests.Networks.Catalogue;

public class NetworkGroupsTests
{
    [Fact]
    public void The_groups_are_the_papers_tables_of_networks() =>
        Assert.Equal(
            ["table6", "table7", "table8", "appendix1a", "appendix1b", "alexnet"],
            NetworkGroups.All.Select(group => group.Name));

    [Fact]
    public void Every_printed_figure_has_one_case_and_every_case_a_printed_figure()
    {
        Assert.Equal(Cells(PaperTables.Table6.Rows.Length), CellsOf("table6"));
        Assert.Equal(Cells(PaperTables.Table7.Rows.Length, 4), CellsOf("table7"));
        Assert.Equal(Cells(PaperTables.Table8.Rows.Length), CellsOf("table8"));
        Assert.Equal(Cells(PaperTables.AppendixTable1a.Rows.Length, 4), CellsOf("appendix1a"));
        Assert.Equal(Cells(PaperTables.AppendixTable1b.Rows.Length, 3), CellsOf("appendix1b"));
        Assert.Equal(Cells(PaperTables.ShuffleNetV1Table8.Rows.Length), CellsOf("alexnet"));
        Assert.All(NetworkGroups.All, group => Assert.All(
            group.Cases, networkCase => Assert.Contains(networkCase.Rows, row => row.Group == group.Name)));
    }

    [Fact]
    public void Labels_name_one_row_of_a_group_each() =>
        Assert.All(NetworkGroups.All, group => Assert.Distinct(group.Rows.Select(member => member.Row.Label)));

    // The printed and the counted multiply-adds are near each other wherever the right network stands in the right row;
    // IGCV3-D at 1.4 and CondenseNet, whose authors count otherwise, are the farthest.
    [Fact]
    public void Networks_of_Table_8_have_about_the_printed_multiply_adds_at_the_printed_input() =>
        Assert.All(NetworkGroups.Find("table8")!.Rows, member =>
        {
            ClassificationResult printed = PaperTables.Table8.Rows[member.Row.Row];
            Assert.Equal(new MapShape(3, printed.InputSize, printed.InputSize), member.Case.Input);
            Assert.InRange(MegaMultiplyAdds(member.Case) / printed.MegaMultiplyAdds, 0.95, 1.02);
        });

    [Fact]
    public void Networks_of_Table_6_have_about_the_printed_multiply_adds() =>
        Assert.All(NetworkGroups.Find("table6")!.Rows, member => Assert.InRange(
            MegaMultiplyAdds(member.Case) / (1000 * PaperTables.Table6.Rows[member.Row.Row].GigaMultiplyAdds), 0.98, 1.02));

    [Fact]
    public void Networks_of_the_comparison_with_AlexNet_have_about_the_printed_multiply_adds() =>
        Assert.All(NetworkGroups.Find("alexnet")!.Rows, member => Assert.InRange(
            MegaMultiplyAdds(member.Case) / PaperTables.ShuffleNetV1Table8.Rows[member.Row.Row].MegaMultiplyAdds, 0.98, 1.02));

    [Fact]
    public void Table_7_runs_backbones_at_its_input_and_its_levels()
    {
        NetworkGroup group = NetworkGroups.Find("table7")!;

        Assert.All(group.Cases, networkCase =>
        {
            Graph graph = networkCase.Build();
            Assert.True(networkCase.IsBackbone);
            Assert.Equal(new MapShape(3, 800, 1200), graph.Input.Output);
            Assert.Equal((25, 38), (graph.Output.Output.Height, graph.Output.Output.Width));
            Assert.DoesNotContain(graph.Nodes, node => node.Layer is FullyConnected or GlobalAveragePooling);
            Assert.EndsWith("backbone only", networkCase.Row, StringComparison.Ordinal);
        });
        Assert.Equal(
            ["shufflenet_v2_0.5x_backbone@800x1200", "shufflenet_v2_1.0x_backbone@800x1200", "shufflenet_v2_1.5x_backbone@800x1200", "shufflenet_v2_2.0x_backbone@800x1200"],
            group.Rows.Where(member => PaperTables.Table7.Rows[member.Row.Row].Model == "ShuffleNet v2 (ours)").Select(member => member.Case.Name));
    }

    [Fact]
    public void Appendix_Table_1a_runs_the_printed_sizes_as_height_by_width()
    {
        Assert.Equal(
            new[] { (320, 320), (640, 480), (1080, 720) },
            NetworkGroups.Find("appendix1a")!.Cases.Select(networkCase => (networkCase.Input.Height, networkCase.Input.Width)).Distinct());
        Assert.Equal("ShuffleNet v1, 300M, 640x480", Parsed("shufflenet_v1_1.5x_g3@640x480").Row);
    }

    [Fact]
    public void One_network_has_one_case_however_often_it_is_printed()
    {
        NetworkCase once = Parsed("mobilenet_v1_1.0"), twice = Parsed("mobilenet_v2_1.4");

        Assert.Equal([("table8", "1.0 MobileNet v1"), ("alexnet", "1.0 MobileNet-224")], once.Rows.Select(row => (row.Group, row.Label)));
        Assert.Equal(["1.4 MobileNet v2", "1.4 MobileNet v2 (our impl.)"], twice.Rows.Select(row => row.Label));
        Assert.Same(once, NetworkGroups.Find("alexnet")!.Cases[^1]);
    }

    [Fact]
    public void Names_of_cases_parse_back() =>
        Assert.All(NetworkGroups.All.SelectMany(group => group.Cases), networkCase => Assert.Same(networkCase, Parsed(networkCase.Name)));

    [Theory]
    [InlineData("shufflenet_v2_1.0x", "shufflenet_v2_1.0x", 224, 224)]
    [InlineData("shufflenet_v2_1.0x@224x224", "shufflenet_v2_1.0x", 224, 224)]
    [InlineData("mobilenet_v2_0.4_160@160x160", "mobilenet_v2_0.4_160", 160, 160)]
    [InlineData("nasnet_a_4_1056@97x131", "nasnet_a_4_1056@97x131", 97, 131)]
    [InlineData("senet154_backbone", "senet154_backbone", 224, 224)]
    [InlineData("light_xception_units_52@28x28", "light_xception_units_52@28x28", 28, 28)]
    public void Any_network_has_a_name_at_any_input(string text, string name, int height, int width)
    {
        NetworkCase networkCase = Parsed(text);

        Assert.Equal(name, networkCase.Name);
        Assert.Equal((height, width), (networkCase.Input.Height, networkCase.Input.Width));
        Assert.Equal((name, networkCase.Input), (networkCase.Build().Name, networkCase.Build().Input.Output));
    }

    [Theory]
    [InlineData("", "no network \"\"")]
    [InlineData("shufflenet_v2_1x", "near it are shufflenet_v2_1.0x")]
    [InlineData("shufflenet_v2_1.0x@", "HEIGHTxWIDTH")]
    [InlineData("shufflenet_v2_1.0x@640", "HEIGHTxWIDTH")]
    [InlineData("shufflenet_v2_1.0x@640x", "HEIGHTxWIDTH")]
    [InlineData("shufflenet_v2_1.0x@0x0", "1 to 8192")]
    [InlineData("shufflenet_v2_1.0x@-1x32", "1 to 8192")]
    [InlineData("shufflenet_v2_1.0x@99999x32", "1 to 8192")]
    [InlineData("shufflenet_v2_1.0x@32x32@32x32", "more than one @")]
    [InlineData("alexnet@320x320", "alexnet@320x320 cannot be built")]
    [InlineData("alexnet_backbone", "no backbone")]
    [InlineData("shufflenet_v2_units_64_backbone", "no backbone")]
    public void What_cannot_be_run_is_refused_in_one_line_that_says_why(string text, string part)
    {
        Assert.False(NetworkGroups.TryParse(text, out NetworkCase? networkCase, out string? error));
        Assert.Null(networkCase);
        Assert.Contains(part, error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error);
        Assert.DoesNotContain("(Parameter", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_selection_is_a_group_or_one_network()
    {
        Assert.True(NetworkGroups.TrySelect("table6", out var group, out _));
        Assert.Equal(5, group.Length);
        Assert.True(NetworkGroups.TrySelect("resnet50@320x320", out var one, out _));
        Assert.Equal("resnet50@320x320", Assert.Single(one).Row);
        Assert.False(NetworkGroups.TrySelect("table9", out _, out string? error));
        Assert.StartsWith("There is no network \"table9\"", error, StringComparison.Ordinal);
    }

    private static NetworkCase Parsed(string name)
    {
        Assert.True(NetworkGroups.TryParse(name, out NetworkCase? networkCase, out string? error), error);
        return networkCase;
    }

    private static IEnumerable<(int, int)> CellsOf(string group) =>
        NetworkGroups.Find(group)!.Rows.Select(member => (member.Row.Row, member.Row.Column));

    private static IEnumerable<(int, int)> Cells(int rows, int columns = 1) =>
        from row in Enumerable.Range(0, rows) from column in Enumerable.Range(0, columns) select (row, column);

    private static double MegaMultiplyAdds(NetworkCase networkCase) => GraphCosts.Of(networkCase.Build()).MultiplyAdds / 1e6;
}
