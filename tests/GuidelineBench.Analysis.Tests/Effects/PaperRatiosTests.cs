using GuidelineBench.Analysis.Effects;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Analysis.Tests.Effects;

public sealed class PaperRatiosTests
{
    /// <summary>Printed speeds of Tables 1 to 4; multiply-adds h w c1 c2 k k / g of each row's own channels.</summary>
    [Theory]
    [InlineData("table1", "1:12", "1:1", 76.2 / 57.6 * (32 * 32) / (9 * 108), 1480.0 / 748 * (128 * 128) / (36 * 432))]
    [InlineData("table2", "g=8", "g=1", 40.0 / 27.8 * (64 * 64) / (180 * 180 / 8.0), 2451.0 / 634 * (128 * 128) / (360 * 360 / 8.0))]
    [InlineData("table3", "4-fragment-parallel", "1-fragment", 40.2 / 35.0, 2446.0 / 691)]
    [InlineData("table4", "relu=yes,shortcut=yes", "relu=no,shortcut=no", 66.3 / 56.7, 2842.0 / 2427)]
    public void Ratios_are_per_multiply_add_on_each_device(string id, string row, string baseline, double cpu, double gpu)
    {
        PaperRatios ratios = PaperRatios.Of(ExperimentCatalogue.Find(id)!, row, baseline, Scale.X1);

        Assert.Equal(cpu, ratios.Cpu!.TimeRatio, 9);
        Assert.Equal(gpu, ratios.Gpu!.TimeRatio, 9);
    }

    [Fact]
    public void A_row_that_the_paper_does_not_print_has_none() =>
        Assert.Null(PaperRatio.Of(Table1.Experiment, "1:3", "1:1", Scale.X1, ChannelSetting.Cpu));
}
