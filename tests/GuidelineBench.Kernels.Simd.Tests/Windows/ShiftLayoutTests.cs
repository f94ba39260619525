using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Windows;

namespace GuidelineBench.Kernels.Simd.Tests.Windows;

/// <summary>Against the definition of a window: tap (r, s) of output pixel (y, x) reads row y stride + r - top, column x stride + s - left.</summary>
public sealed class ShiftLayoutTests
{
    private const int Channels = 2;

    public static TheoryData<int, int, Padding> Windows =>
    [
        .. from kernelSize in new[] { 1, 2, 3, 5, 7, 11 }
           from stride in new[] { 1, 2, 3, 4 }
           from padding in new[]
           {
               Padding.Around(kernelSize / 2), Padding.None, new Padding(0, kernelSize - 1, kernelSize - 1, 0), new Padding(-1, -1, 1, 1),
           }
           select (kernelSize, stride, padding),
    ];

    [Theory]
    [MemberData(nameof(Windows))]
    public void EveryTapReadsWhatLiesUnderIt(int kernelSize, int stride, Padding padding)
    {
        var input = new MapShape(Channels, 13, 12);
        var window = new Window(kernelSize, stride, padding);
        MapShape output = window.OutputShape(input);
        // Rows of the last tile that are not part of the map are computed as well.
        int outputRows = output.Height + 1;
        var layout = new ShiftLayout(window, input, output, outputRows);
        string?[] copies = Copied(layout, input, stride, padding.Left);

        for (int channel = 0; channel < Channels; channel++)
            for (int row = 0; row < kernelSize; row++)
                for (int column = 0; column < kernelSize; column++)
                    for (int pixel = 0; pixel < outputRows * output.Width; pixel++)
                    {
                        int y = pixel / output.Width * stride + row - padding.Top, x = pixel % output.Width * stride + column - padding.Left;
                        Assert.Equal(Name(input, channel, y, x), copies[layout.TapOffset(channel, row, column) + pixel]);
                    }
    }

    /// <summary>The copies as the layout describes them: for each input row and each column of the window the columns under that one.</summary>
    private static string?[] Copied(ShiftLayout layout, MapShape input, int stride, int paddingLeft)
    {
        ShiftShape shape = layout.Shape;
        string?[] copies = new string?[layout.ImageFloats(input.Channels)];
        (int Row, int Offset)[] rows = [.. layout.InputRows.Zip(layout.CopyOffsets)];
        Assert.Equal(rows.Length, layout.CopyOffsets.Count());
        for (int channel = 0; channel < input.Channels; channel++)
            foreach ((int row, int offset) in rows)
                for (int column = 0; column < shape.KernelSize; column++)
                    for (int x = 0; x < shape.OutputWidth; x++)
                    {
                        int place = channel * layout.ChannelFloats + column * shape.CopyFloats + offset + x;
                        Assert.Null(copies[place]);
                        copies[place] = Name(input, channel, row, x * stride + column - paddingLeft);
                    }
        return copies;
    }

    private static string Name(MapShape input, int channel, int y, int x) =>
        y >= 0 && y < input.Height && x >= 0 && x < input.Width ? FormattableString.Invariant($"{channel}:{y},{x}") : "padding";
}
