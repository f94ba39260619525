using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.NetworkPlans;
using GuidelineBench.Kernels.Simd.Windows;

namespace GuidelineBench.Kernels.Simd.Tests.Emission;

/// <summary>A kernel that is longer than the JIT optimises is right, and takes five to fifty times as long.</summary>
public sealed class KernelLengthTests
{
    [Theory]
    [InlineData(ChannelSetting.Cpu)]
    [InlineData(ChannelSetting.Gpu)]
    public void The_JIT_optimises_every_kernel_that_the_experiments_choose_from(ChannelSetting setting)
    {
        IEnumerable<ConvolutionShape> shapes =
            from experiment in ExperimentCatalogue.All
            from cell in experiment.Cells(setting, Scales.All)
            from layout in LayoutChoice.Of(cell.Graph)
            from entry in cell.Graph.Convolutions
            from size in ConvolutionEmitter.BlockSizes(layout)
            from addends in (int[])[0, 1, 3]
            select ConvolutionShape.Of(
                entry.Convolution, layout, OutputBlocks.Balanced(entry.Convolution.OutputChannelsPerGroup, size), new Epilogue(addends, Clamp.AtZero));

        Assert.All(shapes.Distinct(), shape => Assert.True(ConvolutionEmitter.IsOptimised(shape)));
    }

    /// <summary>Two sizes of blocks, panels that end in ever shorter vectors, and a map to add: the longest code there is.</summary>
    [Theory]
    [InlineData(56, 512, 2048)]
    [InlineData(28, 128, 512)]
    [InlineData(14, 256, 1024)]
    [InlineData(7, 512, 2000)]
    public void The_JIT_optimises_the_kernels_of_networks(int size, int inputs, int outputs)
    {
        var output = new MapShape(outputs, size, size);
        MapLayout layout = NetworkLayouts.Of(output);
        foreach (ProductWay way in NetworkChoices.Ways)
        {
            ProductChoice choice = way.Of(new Convolution(inputs, outputs, 1), output, mayCut: true);
            foreach (bool gathers in (bool[])[false, true])
            {
                Assert.True(ConvolutionEmitter.IsOptimised(new ConvolutionShape(
                    layout, inputs, outputs, Groups: 1, KernelSize: 1, layout.TileFloats(inputs), layout.TileFloats(outputs), choice.Blocks,
                    new Epilogue(1, Clamp.AtZero), choice.Vectors, gathers, Scatters: false, TailPixels.Of(layout, choice.Blocks.Largest),
                    BlockByBlock: true, FetchesAddends: true, FetchesWeights: true, FetchesOutput: true)), $"{choice}, {gathers}");
            }
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 1)]
    [InlineData(5, 2)]
    [InlineData(7, 1)]
    [InlineData(7, 2)]
    public void The_JIT_optimises_the_kernels_of_windows(int kernelSize, int stride)
    {
        foreach (int width in (int[])[112, 56, 28, 14, 7])
        {
            MapLayout layout = NetworkLayouts.Of(new MapShape(1, width, width));
            var shape = new WindowShape(
                WindowOperation.Depthwise, kernelSize, stride, kernelSize / 2, width * stride, width, layout.TileRows, layout.Pitch, Clamp.AtZeroAndSix);
            Assert.True(WindowEmitter.IsOptimised(shape), $"{width} columns");
        }
    }
}
