using CsCheck;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>Padding that leaves pixels out, as NASNet's second path, and what a window reads whatever its padding.</summary>
public class PaddingNodesTests
{
    private static readonly Window SecondPath = new(1, 2, new Padding(-1, -1, 1, 1));

    [Fact]
    public void Of_an_even_map_the_pixel_beyond_is_never_read()
    {
        WrittenModel written = Written(new MapShape(3, 8, 6), graph => graph.Convolution(graph.Input, 4, SecondPath, name: "c"));

        Assert.Equal("Slice Conv", written.Types);
        Assert.Equal([[1, 1], [8, 6], [2, 3]], written.Node("Slice").Input.Skip(1).Select(written.Integers));
        Assert.Equal([0, 0, 0, 0], written.Node("Conv").Ints("pads"));
        Assert.Equal([WrittenModel.Open, 4, 4, 3], written.Shape("c_out"));
    }

    [Theory]
    [InlineData(7, 5, 1, 1)]
    [InlineData(8, 5, 0, 1)]
    [InlineData(7, 6, 1, 0)]
    public void Of_an_odd_map_it_is_and_is_zero(int height, int width, int bottom, int right)
    {
        WrittenModel written = Written(new MapShape(3, height, width), graph => graph.Convolution(graph.Input, 4, SecondPath, name: "c"));

        // A window of one pixel cannot have padding of one in every engine.
        Assert.Equal("Slice Pad Conv", written.Types);
        Assert.Equal([0, 0, 0, 0, 0, 0, bottom, right], written.Integers(written.Node("Pad").Input[1]));
        Assert.Equal([0f], written.Floats(written.Node("Pad").Input[2]));
        Assert.Equal([0, 0, 0, 0], written.Node("Conv").Ints("pads"));
        Assert.Equal([WrittenModel.Open, 4, (height + 1) / 2, (width + 1) / 2], written.Shape("c_out"));
    }

    [Fact]
    public void Max_pooling_finds_nothing_there_and_a_mean_that_counts_padding_zero()
    {
        var map = new MapShape(3, 7, 7);

        WrittenModel largest = Written(map, graph => graph.Add(new MaxPooling(SecondPath), graph.Input));
        Assert.Equal("Slice Pad MaxPool", largest.Types);
        Assert.Equal([float.NegativeInfinity], largest.Floats(largest.Node("Pad").Input[2]));
        WrittenModel mean = Written(map, graph => graph.Add(new AveragePooling(SecondPath, CountsPadding: true), graph.Input));
        Assert.Equal("Slice Pad AveragePool", mean.Types);
        Assert.Equal([0f], mean.Floats(mean.Node("Pad").Input[2]));
    }

    [Fact]
    public void Padding_of_a_larger_window_stays_its_own()
    {
        WrittenModel written = Written(new MapShape(3, 7, 7), graph => graph.Add(new MaxPooling(new Window(3, 2, new Padding(-1, 0, 1, 1))), graph.Input));

        Assert.Equal("Slice MaxPool", written.Types);
        Assert.Equal([[1, 0], [7, 7], [2, 3]], written.Node("Slice").Input.Skip(1).Select(written.Integers));
        // Down: rows 1 to 6 and one more for positions 1, 3 and 5; to the right: columns 0 to 6 hold three positions.
        Assert.Equal([0, 0, 1, 0], written.Node("MaxPool").Ints("pads"));
    }

    /// <summary>Row and column by themselves: which pixel each position reads with each part of its window, or that it is outside.</summary>
    [Fact]
    public void A_window_reads_the_same_pixels_whatever_its_padding() => Property.Holds(
        from kernelSize in Gen.Int[1, 4]
        from stride in Gen.Int[1, 3]
        from height in Gen.Int[3, 9]
        from width in Gen.Int[3, 9]
        from top in Gen.Int[-1, kernelSize - 1]
        from left in Gen.Int[-1, kernelSize - 1]
        from bottom in Gen.Int[-1, Math.Max(1, kernelSize - 1)]
        from right in Gen.Int[-1, Math.Max(1, kernelSize - 1)]
        from isConvolution in Gen.Bool
        where height + top + bottom >= kernelSize && width + left + right >= kernelSize
        select (Map: new MapShape(2, height, width), Window: new Window(kernelSize, stride, new Padding(top, left, bottom, right)), isConvolution),
        input =>
        {
            WrittenModel written = Written(
                input.Map,
                graph => _ = input.isConvolution ? graph.Convolution(graph.Input, 2, input.Window) : graph.Add(new MaxPooling(input.Window), graph.Input));
            MapShape output = written.Source.Output.Output;
            Padding padding = input.Window.Padding;
            Assert.Equal(Read(input.Map.Height, padding.Top, output.Height, input.Window), WrittenReads(written, axis: 0, output.Height, input.Map.Height));
            Assert.Equal(Read(input.Map.Width, padding.Left, output.Width, input.Window), WrittenReads(written, axis: 1, output.Width, input.Map.Width));
        },
        number: 300);

    private static IEnumerable<int?> Read(int size, int before, int positions, Window window) =>
        from position in Enumerable.Range(0, positions)
        from k in Enumerable.Range(0, window.KernelSize)
        let pixel = position * window.Stride + k - before
        select pixel >= 0 && pixel < size ? pixel : (int?)null;

    private static IEnumerable<int?> WrittenReads(WrittenModel written, int axis, int positions, int size)
    {
        int?[] line = [.. Enumerable.Range(0, size).Select(pixel => (int?)pixel)];
        if (written.Graph.Node.FirstOrDefault(node => node.OpType == "Slice") is { } slice)
            line = line[(int)written.Integers(slice.Input[1])[axis]..(int)written.Integers(slice.Input[2])[axis]];
        if (written.Graph.Node.FirstOrDefault(node => node.OpType == "Pad") is { } pad)
        {
            long[] pads = written.Integers(pad.Input[1]);
            line = [.. new int?[pads[2 + axis]], .. line, .. new int?[pads[6 + axis]]];
        }

        NodeProto window = written.Graph.Node[^1];
        long before = window.Ints("pads")[axis], stride = window.Ints("strides")[axis];
        return from position in Enumerable.Range(0, positions)
               from k in Enumerable.Range(0, (int)window.Ints("kernel_shape")[axis])
               let pixel = position * stride + k - before
               select pixel >= 0 && pixel < line.Length ? line[pixel] : null;
    }

    private static WrittenModel Written(MapShape map, Action<GraphBuilder> build)
    {
        WrittenModel written = WrittenModel.Of(map, build);
        WrittenRules.Hold(written);
        return written;
    }
}
