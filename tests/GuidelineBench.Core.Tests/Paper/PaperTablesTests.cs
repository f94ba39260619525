using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Paper;

namespace GuidelineBench.Core.Tests.Paper;

/// <summary>The figures fit together as the paper's own text and totals say.</summary>
public class PaperTablesTests
{
    [Fact]
    public void Table_8_has_its_rows_by_level()
    {
        ClassificationTable table = PaperTables.Table8;

        Assert.Equal(
            [(40, 8), (140, 9), (300, 9), (500, 13)],
            table.Rows.GroupBy(row => row.LevelMegaMultiplyAdds).Select(level => (level.Key, level.Count())));
        Assert.Equal((8, 1), (table.GpuBatch, table.CpuBatch));
        Assert.Equal(
            ["CondenseNet (G=C=8)", "CondenseNet (G=C=4)"],
            table.Rows.Where(row => row.GpuBatchesPerSecond is null && row.CpuImagesPerSecond is null).Select(row => row.Model));
        Assert.Equal([160, 192], table.Rows.Where(row => row.InputSize != 224).Select(row => row.InputSize));
        Assert.Distinct(table.Rows.Select(row => row.Model));
    }

    // Section 4: at 500 MFLOPs v2 is 58 %, 63 % and 25 % faster than MobileNet v2, ShuffleNet v1 and Xception on the GPU.
    [Fact]
    public void Table_8_agrees_with_the_speed_ratios_of_the_text()
    {
        double v2 = Gpu("ShuffleNet v2 2x (ours)");

        Assert.Equal(1.58, v2 / Gpu("1.4 MobileNet v2"), 0.005);
        Assert.Equal(1.63, v2 / Gpu("ShuffleNet v1 2x (g=3)"), 0.005);
        Assert.Equal(1.25, v2 / Gpu("Xception 2x (our impl.)"), 0.005);

        static double Gpu(string model) => PaperTables.Table8.Rows.Single(row => row.Model == model).GpuBatchesPerSecond!.Value;
    }

    // Section 4: at 40 MFLOPs v2 is 3.5 % and 3.7 % better than v1 and MobileNet v2; with SE the 2x network gains 0.5 %.
    [Fact]
    public void Table_8_agrees_with_the_error_differences_of_the_text()
    {
        Assert.Equal(3.5, Error("ShuffleNet v1 0.5x (g=3)") - Error("ShuffleNet v2 0.5x (ours)"), 1e-9);
        Assert.Equal(3.7, Error("0.4 MobileNet v2 (our impl.)") - Error("ShuffleNet v2 0.5x (ours)"), 1e-9);
        Assert.Equal(0.5, Error("ShuffleNet v2 2x (ours)") - Error("ShuffleNet v2 2x (ours, with SE)"), 1e-9);

        static double Error(string model) => PaperTables.Table8.Rows.Single(row => row.Model == model).Top1ErrorPercent;
    }

    [Fact]
    public void Table_5_and_Table_8_print_the_same_complexity()
    {
        double[] table8 =
        [
            .. new[] { "0.5x", "1x", "1.5x", "2x" }.Select(width =>
                PaperTables.Table8.Rows.Single(row => row.Model == $"ShuffleNet v2 {width} (ours)").MegaMultiplyAdds),
        ];

        Assert.Equal(table8, PaperTables.Table5.MegaMultiplyAdds);
        Assert.Equal([1.4, 2.3, 3.5, 7.4], PaperTables.Table5.MegaWeights);
    }

    // Conv1, then 16 units (4 + 8 + 4), then Conv5; each stage begins with stride 2 and halves the map.
    [Fact]
    public void Table_5_describes_16_units_in_three_stages()
    {
        ArchitectureLayer[] stages = [.. PaperTables.Table5.Layers.Where(layer => layer.Layer.StartsWith("Stage", StringComparison.Ordinal))];

        Assert.Equal([28, 14, 7], stages.Select(stage => stage.OutputSize!.Value));
        Assert.Equal(16, stages.Sum(stage => stage.Repeats.Sum()));
        Assert.All(stages, stage => Assert.Equal([2, 1], stage.Strides));
        Assert.All(PaperTables.Table5.Layers.Where(layer => !layer.Channels.IsEmpty), layer => Assert.Equal(4, layer.Channels.Length));
        Assert.Equal([48, 116, 176, 244], stages[0].Channels);
        Assert.Equal(stages[0].Channels.Select(channels => 2 * channels), stages[1].Channels);
        Assert.Equal(stages[1].Channels.Select(channels => 2 * channels), stages[2].Channels);
    }

    [Fact]
    public void Table_6_and_Appendix_Table_2_print_the_same_complexity()
    {
        double[] appendix = [.. PaperTables.AppendixTable2.Networks.Select(network => network.GigaMultiplyAdds)];

        Assert.Equal([2.3, 2.3, 3.8, 12.7], appendix);
        Assert.Equal(appendix, PaperTables.Table6.Rows.SkipLast(1).Select(row => row.GigaMultiplyAdds));
    }

    // A network's name counts its layers: three per block of conv2_x to conv5_x, conv1 and the classifier;
    // v2-50 has conv6 besides, and v2-164 begins with three convolutions and ends with conv6.
    [Fact]
    public void Appendix_Table_2_has_as_many_layers_as_the_names_say()
    {
        Assert.Equal(
            [50, 51, 50, 164],
            PaperTables.AppendixTable2.Networks.Select(network => 1 + network.Stages
                .Where(stage => stage.Name != "maxpool")
                .Sum(stage => stage.Repeats * stage.Layers.Length)));
    }

    [Fact]
    public void Tables_by_level_have_a_number_for_each()
    {
        Assert.Equal([40, 140, 300, 500], PaperTables.Table7.LevelsMegaMultiplyAdds);
        Assert.Equal(5, PaperTables.Table7.Rows.Length);
        Assert.All(PaperTables.Table7.Rows, row => Assert.Equal((4, 4), (row.MeanAveragePrecision.Length, row.GpuImagesPerSecond.Length)));
        Assert.Equal([40, 140, 300, 500], PaperTables.AppendixTable1a.LevelsMegaMultiplyAdds);
        Assert.Equal(12, PaperTables.AppendixTable1a.Rows.Length);
        Assert.All(PaperTables.AppendixTable1a.Rows, row =>
        {
            Assert.Equal((4, 4), (row.GpuBatchesPerSecond.Length, row.CpuImagesPerSecond.Length));
            Assert.Equal(row.Size == "320x320" ? [8, 1, 1, 1] : [1, 1, 1, 1], row.GpuBatch);
        });
    }

    // The GPU's outliers are printed so: 89, 52 and 60.
    [Fact]
    public void Appendix_Table_1b_has_four_units_on_two_maps()
    {
        UnitTable table = PaperTables.AppendixTable1b;

        Assert.Equal([64, 128, 256], table.Channels);
        Assert.Equal([(56, 4), (28, 4)], table.Rows.GroupBy(row => row.MapSize).Select(size => (size.Key, size.Count())));
        Assert.Equal([89, 125, 69], table.Rows.Single(row => (row.MapSize, row.Unit) == (56, "MobileNet v2")).GpuBatchesPerSecond);
        Assert.Equal([185, 52, 68], table.Rows.Single(row => (row.MapSize, row.Unit) == (56, "Xception")).GpuBatchesPerSecond);
        Assert.Equal([298, 222, 60], table.Rows.Single(row => (row.MapSize, row.Unit) == (28, "ShuffleNet v1")).GpuBatchesPerSecond);
        Assert.All(table.Rows, row => Assert.Equal(row.CpuImagesPerSecond.OrderDescending(), row.CpuImagesPerSecond));
    }

    [Fact]
    public void Figure_2_adds_up_to_the_whole_run_time()
    {
        Assert.Equal(
            [ChannelSetting.Gpu, ChannelSetting.Gpu, ChannelSetting.Cpu, ChannelSetting.Cpu],
            PaperTables.Figure2.Rows.Select(row => row.Device));
        Assert.All(PaperTables.Figure2.Rows, row => Assert.Equal(
            100,
            row.ConvolutionPercent + row.DataPercent + row.ElementwisePercent + (row.ShufflePercent ?? 0) + row.OtherPercent,
            1e-9));
    }

    // ShuffleNet v1's first page: about 13 times faster than AlexNet in practice, 18 times in theory, at equal error.
    [Fact]
    public void ShuffleNet_v1s_times_agree_with_its_comparison_with_AlexNet()
    {
        MobileTime small = PaperTables.ShuffleNetV1Table8.Rows.Single(row => row.Model == "ShuffleNet v1 0.5x (g=3)");
        MobileTime alexNet = PaperTables.ShuffleNetV1Table8.Rows.Single(row => row.Model == "AlexNet");

        Assert.All(
            alexNet.Milliseconds.Zip(small.Milliseconds, (theirs, ours) => theirs / ours),
            ratio => Assert.InRange(ratio, 12, 14));
        Assert.InRange(alexNet.MegaMultiplyAdds / small.MegaMultiplyAdds, 18, 19.5);
    }
}
