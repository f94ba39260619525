using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Ilgpu.Convolutions;
using GuidelineBench.Kernels.Ilgpu.Products;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Convolutions;

/// <summary>On ILGPU's CPU accelerator, whose barriers are slow: shapes are as small as the tile allows.</summary>
public class ConvolutionTests
{
    public static TheoryData<string, bool> Tiles()
    {
        var data = new TheoryData<string, bool>();
        foreach (TileClass tile in TileClass.All)
        {
            data.Add(tile.Name, false);
            data.Add(tile.Name, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Tiles))]
    public void Every_thread_tile_is_right(string tile, bool window)
    {
        Convolution convolution = window
            ? new(5, 37, new Window(3, 2, Padding.Around(1)), 1, BiasSource.Bias)
            : new(21, 37);
        ProductTiling[] tilings = [.. Tilings(convolution, 9, 11, 2).Where(tiling => tiling.Tile.Name == tile)];
        Assert.NotEmpty(tilings);
        foreach (ProductTiling tiling in tilings.OrderBy(tiling => tiling.Threads).Take(2).Append(tilings.MaxBy(tiling => tiling.Threads)!))
            ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, convolution, 9, 11, 2, tiling.Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Slices_of_k_add_up(int slices)
    {
        var convolution = new Convolution(45, 13);
        ProductTiling tiling = Tilings(convolution, 7, 7, 1)
            .Where(tiling => tiling.Tile.MaxSlices > 1 && tiling.Slices == slices)
            .MinBy(tiling => tiling.Threads)!;
        ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, convolution, 7, 7, 1, tiling.Name);
    }

    [Theory]
    [InlineData(9, 13, 1)]
    [InlineData(13, 9, 2)]
    [InlineData(22, 45, 3)]
    [InlineData(1, 1, 1)]
    [InlineData(90, 23, 1)]
    public void Pointwise_with_any_channel_count(int inputs, int outputs, int batch) =>
        ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, new Convolution(inputs, outputs), 7, 5, batch);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Groups_read_their_own_channels(int groups) =>
        ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, new Convolution(groups * 3, groups * 6, 1, groups), 6, 7, 2);

    [Theory]
    [InlineData(3, 1, 1, 1, 1)]
    [InlineData(3, 2, 1, 0, 1)]
    [InlineData(1, 2, 1, 0, 2)]
    [InlineData(5, 1, 1, 2, 1)]
    [InlineData(7, 2, 1, 3, 1)]
    [InlineData(11, 4, 1, 2, 1)]
    [InlineData(3, 1, 2, 1, 2)]
    [InlineData(1, 1, 1, 1, 1)]
    public void Windows_with_strides_padding_and_groups(int size, int stride, int groups, int padding, int batch) =>
        ConvolutionCheck.Run(
            TestAccelerator<CpuTestDevice>.Instance,
            new Convolution(3 * groups, 5 * groups, new Window(size, stride, Padding.Around(padding)), groups, BiasSource.Bias),
            13,
            12,
            batch);

    [Fact]
    public void Padding_may_differ_by_side_and_leave_pixels_out() =>
        ConvolutionCheck.Run(
            TestAccelerator<CpuTestDevice>.Instance, new Convolution(3, 4, new Window(1, 2, new Padding(-1, -1, 1, 1)), 1, BiasSource.Bias), 8, 6, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Addends_and_activation_follow_the_bias(int addends)
    {
        ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, new Convolution(6, 7), 5, 5, 2, null, addends, new ReLU());
        ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, new Convolution(24, 7), 5, 5, 1, null, addends, new ReLU6(), scattered: true);
    }

    [Fact]
    public void Planes_may_lie_anywhere()
    {
        ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, new Convolution(10, 12, 1, 2), 5, 7, 3, scattered: true);
        ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, new Convolution(4, 6, 3), 5, 7, 2, scattered: true);
    }

    [Fact]
    public void OpenCl_computes_the_same()
    {
        Accelerator accelerator = TestAccelerator<OpenClTestDevice>.Instance;
        ConvolutionCheck.Run(accelerator, new Convolution(58, 60), 14, 14, 2, null, 1, new ReLU(), scattered: true);
        ConvolutionCheck.Run(accelerator, new Convolution(30, 33, 3, 3), 14, 14, 1);
        ConvolutionCheck.Run(accelerator, new Convolution(230, 37), 7, 7, 1);
    }

    [Fact]
    public void Choices_can_all_be_run_and_the_first_is_the_usual_one()
    {
        var convolution = new Convolution(16, 24);
        string[] choices = [.. ConvolutionOperators.Choices(convolution, new MapShape(16, 6, 6), 1, TileClass.All, TestAccelerator<CpuTestDevice>.Instance)];
        Assert.Equal(choices.Length, choices.Distinct().Count());
        Assert.True(choices.Length > 2);
        Assert.Equal(choices[0], ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, convolution, 6, 6, 1));
        foreach (string choice in choices)
            ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, convolution, 6, 6, 1, choice);
    }

    [Fact]
    public void An_unknown_choice_is_refused_in_one_line()
    {
        PlanException refused = Assert.Throws<PlanException>(() =>
            ConvolutionCheck.Run(TestAccelerator<CpuTestDevice>.Instance, new Convolution(4, 4), 4, 4, 1, "8x8-1x1x1"));
        Assert.Contains("8x8-1x1x1", refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static IEnumerable<ProductTiling> Tilings(Convolution convolution, int height, int width, int batch)
    {
        MapShape output = convolution.OutputShape([new MapShape(convolution.InputChannels, height, width)]);
        return ProductTilings.For(
            new ProductSize(
                convolution.Groups,
                convolution.OutputChannelsPerGroup,
                convolution.FanIn,
                (output.Pixels + 3) / 4,
                batch,
                convolution.KernelSize > 1 || convolution.Window.Stride > 1),
            TileClass.All,
            multiprocessors: 1,
            TestAccelerator<CpuTestDevice>.Instance.MaxNumThreadsPerGroup);
    }
}
