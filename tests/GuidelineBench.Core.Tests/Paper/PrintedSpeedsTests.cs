using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Paper;
using GuidelineBench.Core.Tests.Oracle;

namespace GuidelineBench.Core.Tests.Paper;

public class PrintedSpeedsTests
{
    public static TheoryData<string> Cells => [.. OracleCell.All.Select(cell => cell.ToString())];

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_has_its_printed_speed_on_both_devices(string name)
    {
        OracleCell expected = OracleCell.All.Single(cell => cell.ToString() == name);
        PrintedSpeed? printed = PrintedSpeeds.Find(expected.Experiment, expected.Row, expected.Column, expected.Device);

        Assert.NotNull(printed);
        Assert.Equal(expected.PrintedPerSecond, printed.PerSecond);
        if (!IsMisprint(expected))
            Assert.Equal(expected.MultiplyAdds, printed.MultiplyAdds);
    }

    [Fact]
    public void Nothing_is_printed_for_other_experiments_and_rows()
    {
        Assert.Null(PrintedSpeeds.Find("table5", "1:1", Scale.X1, ChannelSetting.Cpu));
        Assert.Null(PrintedSpeeds.Find("table1", "1:3", Scale.X1, ChannelSetting.Cpu));
        Assert.Null(PrintedSpeeds.Find("table1", "g=1", Scale.X1, ChannelSetting.Cpu));
    }

    // 56 * 56 * 180 * 180 / 8 * 10 = 127008000 for what is printed; the 184 channels that are run make it 132715520.
    [Fact]
    public void The_misprinted_row_counts_the_work_of_its_own_180_channels()
    {
        Assert.Equal(new PrintedSpeed(27.8, 127008000), PrintedSpeeds.Find("table2", "g=8", Scale.X1, ChannelSetting.Cpu));
        Assert.Equal(new PrintedSpeed(7.5, 508032000), PrintedSpeeds.Find("table2", "g=8", Scale.X2, ChannelSetting.Cpu));
        Assert.Equal(new PrintedSpeed(634, 508032000), PrintedSpeeds.Find("table2", "g=8", Scale.X1, ChannelSetting.Gpu));
    }

    // 76.2 images/s of 64225280 multiply-adds: 1 / (76.2 * 64225280) s = 0.204333 ns.
    [Fact]
    public void Time_per_multiply_add_by_hand() =>
        Assert.Equal(0.204333, PrintedSpeeds.Find("table1", "1:1", Scale.X1, ChannelSetting.Cpu)!.NsPerMultiplyAdd, 1e-6);

    private static bool IsMisprint(OracleCell cell) =>
        (cell.Experiment, cell.Row, cell.Scale, cell.Setting) == ("table2", "g=8", "x1", "cpu");
}
