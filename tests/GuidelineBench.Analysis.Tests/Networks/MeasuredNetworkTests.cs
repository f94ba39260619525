using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Networks;

public sealed class MeasuredNetworkTests
{
    [Fact]
    public void A_cell_of_a_network_is_found_in_the_catalogue()
    {
        MeasuredNetwork network = MeasuredNetwork.Of(NetworkCells.Cell("light_xception_1.0x@640x480", 10, multiplyAdds: 2_000_000_000))!;

        Assert.Equal(("light_xception_1.0x@640x480", NetworkStatus.Derived), (network.Name, network.Case!.Entry.Status));
        Assert.Equal((640, 480), (network.Case.Input.Height, network.Case.Input.Width));
        Assert.Equal(20, network.GigaMultiplyAddsPerSecond!.Value, 12);
    }

    [Theory]
    [InlineData("no_such_network")]
    [InlineData("<b>")]
    [InlineData("resnet50@")]
    [InlineData("resnet50@1x1x1")]
    [InlineData("")]
    public void A_name_that_the_catalogue_does_not_have_stays_a_name(string name)
    {
        MeasuredNetwork network = MeasuredNetwork.Of(NetworkCells.Cell(name, 10))!;

        Assert.Equal(name, network.Name);
        Assert.Null(network.Case);
    }

    [Fact]
    public void A_stack_of_units_is_found_by_its_row()
    {
        CellResult cell = NetworkCells.Cell("", 10) with { Experiment = "appendix1b", Row = "Xception, c=128, 28x28" };

        MeasuredNetwork network = MeasuredNetwork.Of(cell)!;

        Assert.Equal(28, network.Case!.Input.Height);
        Assert.Null(MeasuredNetwork.Of(cell with { Row = "Xception, c=129, 28x28" })!.Case);
    }

    [Fact]
    public void Other_cells_are_no_networks() => Assert.Null(MeasuredNetwork.Of(Cells.Cell("1:1", 10)));
}
