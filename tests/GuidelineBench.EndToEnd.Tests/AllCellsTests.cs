using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

public class AllCellsTests
{
    /// <summary>
    /// (Multiply-adds, memory access) of all cells of the CPU column at x1, x2, x4: sums of h w c1 c2 k^2 / g and of
    /// h w (c1 + c2) + c1 c2 k^2 / g over the layers at 56 x 56, worked out by a script apart from this project.
    /// </summary>
    private static readonly Dictionary<(string Experiment, string Row), (long MultiplyAdds, long MemoryAccess)[]> Expected = new()
    {
        [("table1", "1:1")] = [(64_225_280, 4_034_560), (256_901_120, 8_110_080), (1_027_604_480, 16_384_000)],
        [("table1", "1:2")] = [(60_712_960, 4_158_880), (242_851_840, 8_356_480), (971_407_360, 16_867_840)],
        [("table1", "1:6")] = [(63_598_080, 5_727_800), (254_392_320, 11_496_160), (1_017_569_280, 23_154_560)],
        [("table1", "1:12")] = [(60_963_840, 7_357_680), (243_855_360, 14_754_240), (975_421_440, 29_664_000)],
        [("table2", "g=1")] = [(128_450_560, 4_055_040), (513_802_240, 8_192_000), (2_055_208_960, 16_711_680)],
        [("table2", "g=2")] = [(127_008_000, 5_685_300), (508_032_000, 11_451_600), (2_032_128_000, 23_227_200)],
        [("table2", "g=4")] = [(128_450_560, 8_069_120), (513_802_240, 16_220_160), (2_055_208_960, 32_768_000)],
        [("table2", "g=8")] = [(132_715_520, 11_582_800), (508_032_000, 22_741_200), (2_032_128_000, 45_806_400)],
        [("table3", "1-fragment")] = [(128_450_560, 4_055_040), (513_802_240, 8_192_000), (2_055_208_960, 16_711_680)],
        [("table3", "2-fragment-series")] = [(127_008_000, 5_685_300), (508_032_000, 11_451_600), (2_032_128_000, 23_227_200)],
        [("table3", "4-fragment-series")] = [(128_450_560, 8_069_120), (513_802_240, 16_220_160), (2_055_208_960, 32_768_000)],
        [("table3", "2-fragment-parallel")] = [(127_008_000, 5_685_300), (508_032_000, 11_451_600), (2_032_128_000, 23_227_200)],
        [("table3", "4-fragment-parallel")] = [(128_450_560, 8_069_120), (513_802_240, 16_220_160), (2_055_208_960, 32_768_000)],
        [("table4", "relu=yes,shortcut=yes")] = [(34_119_680, 3_021_440), (136_478_720, 6_064_640), (545_914_880, 12_216_320)],
        [("table4", "relu=yes,shortcut=no")] = [(34_119_680, 3_021_440), (136_478_720, 6_064_640), (545_914_880, 12_216_320)],
        [("table4", "relu=no,shortcut=yes")] = [(34_119_680, 3_021_440), (136_478_720, 6_064_640), (545_914_880, 12_216_320)],
        [("table4", "relu=no,shortcut=no")] = [(34_119_680, 3_021_440), (136_478_720, 6_064_640), (545_914_880, 12_216_320)],
    };

    /// <summary>Every row, at all widths of the channels or the smallest.</summary>
    [Fact]
    public void OneRoundMeasuresEveryCellWithItsCosts()
    {
        int scales = TestPart.Number(all: 3, part: 1);
        using var folder = new RunFolderOnDisk();
        (int code, _, string error) = ProgramRun.ToEnd(
            ["run", "--backend", "simd", "--quick", "--rounds", "1", .. scales == 1 ? (string[])["--scale", "x1"] : [], "--out", folder.Path]);
        Assert.True(code == 0, error);

        ResultFile results = folder.Results();
        CellResult[] fused = [.. results.Cells.Where(cell => cell.Variant == "fused")];
        Assert.Equal(17 * scales, fused.Length);
        Assert.Equal(17 * scales, fused.Select(cell => (cell.Experiment, cell.Row, cell.Scale)).Distinct().Count());
        // Table 4 is about element-wise operators, so it is measured with them on their own as well.
        Assert.Equal(4 * scales, results.Cells.Count(cell => cell.Variant == "unfused" && cell.Experiment == "table4"));
        Assert.Equal(21 * scales, results.Cells.Length);
        Assert.All(results.Cells, cell =>
        {
            (long multiplyAdds, long memoryAccess) = Expected[(cell.Experiment, cell.Row)][Array.IndexOf(["x1", "x2", "x4"], cell.Scale)];
            Assert.Equal(multiplyAdds, cell.MultiplyAdds);
            Assert.Equal(memoryAccess, cell.MemoryAccess);
            Assert.Equal("cpu", cell.Setting);
            Assert.Null(cell.Skipped);
            Assert.InRange(cell.MaxError!.Value, 0, 1e-4);
            Assert.NotEmpty(Assert.Single(cell.Rounds));
        });
    }
}
