using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Analysis.Tests.Networks;

/// <summary>Values as they stand in the papers.</summary>
public sealed class PrintedFiguresTests
{
    [Fact]
    public void Table_8() => Assert.Equal(
        new PrintedFigures("ShuffleNet v2 1x (ours)", null, 140, 146, 30.6, 24.4, 341), Of("table8", "shufflenet_v2_1.0x"));

    [Fact]
    public void Table_7_by_level() => Assert.Equal(
        new PrintedFigures("ShuffleNet v2* (ours)", Level: 300, GpuPerSecond: 105), Of("table7", "shufflenet_v2_1.5x_star_backbone@800x1200"));

    [Fact]
    public void Table_6_in_millions() => Assert.Equal(
        new PrintedFigures("ResNet-50", MegaMultiplyAdds: 3800, Top1ErrorPercent: 24), Of("table6", "resnet50_2015"));

    [Fact]
    public void Appendix_table_1a_by_size_and_level() => Assert.Equal(
        new PrintedFigures("Xception", "640x480", 140, PhoneImagesPerSecond: 3.2, GpuPerSecond: 326), Of("appendix1a", "light_xception_1.0x@640x480"));

    [Fact]
    public void Appendix_table_1b_by_map_and_channels()
    {
        PaperRow row = NetworkGroups.Find("appendix1b")!.Rows.Single(row => row.Row.Label == "MobileNet v2, c=256, 28x28").Row;

        Assert.Equal(new PrintedFigures("MobileNet v2", "28x28", 256, PhoneImagesPerSecond: 13.3, GpuPerSecond: 189), PrintedFigures.Of(row));
    }

    /// <summary>184.0 ms per image.</summary>
    [Fact]
    public void ShuffleNet_v1s_times_as_speeds() => Assert.Equal(1000 / 184.0, Of("alexnet", "alexnet_2012").PhoneImagesPerSecond!.Value, 12);

    private static PrintedFigures Of(string group, string networkCase) =>
        PrintedFigures.Of(NetworkGroups.Find(group)!.Rows.First(row => row.Case.Name == networkCase).Row);
}
