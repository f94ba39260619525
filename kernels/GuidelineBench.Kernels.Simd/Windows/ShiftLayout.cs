using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>
/// The copies of a map that make a k x k convolution a product over consecutive pixels:
/// [channel][column of the window][row modulo stride][row][output column]. For tap (r, s) the inputs of consecutive
/// output pixels, rows one behind the other, are consecutive floats of one copy.
/// </summary>
internal sealed class ShiftLayout
{
    private readonly Window window;
    private readonly int phases, planeRows, planeFloats;

    /// <param name="outputRows">Rows of output pixels that are computed, those of the last tile beyond the map included.</param>
    public ShiftLayout(Window window, MapShape input, MapShape output, int outputRows)
    {
        this.window = window;
        phases = Math.Min(window.Stride, window.KernelSize);
        planeRows = outputRows + (window.KernelSize - 1) / window.Stride;
        // A row may be overrun by a vector, less one pixel.
        planeFloats = (planeRows * output.Width + 15 + 15) / 16 * 16;
        Shape = new ShiftShape(
            window.KernelSize, window.Stride, window.Padding.Left, input.Width, output.Width, phases * planeFloats);
    }

    public ShiftShape Shape { get; }

    public int ChannelFloats => window.KernelSize * phases * planeFloats;

    /// <summary>Input rows in the order of the copies' rows; those outside the map are padding.</summary>
    public IEnumerable<int> InputRows =>
        from phase in Enumerable.Range(0, phases)
        from row in Enumerable.Range(0, planeRows)
        select row * window.Stride + phase - window.Padding.Top;

    /// <summary>Where each of these rows goes, floats from the start of the channel, for the window's first column.</summary>
    public IEnumerable<int> CopyOffsets =>
        from phase in Enumerable.Range(0, phases)
        from row in Enumerable.Range(0, planeRows)
        select phase * planeFloats + row * Shape.OutputWidth;

    public long ImageFloats(int channels) => (long)channels * ChannelFloats;

    /// <returns>Floats from an image's copies to what the tap reads for the first output pixel.</returns>
    public long TapOffset(int channel, int row, int column) =>
        (long)channel * ChannelFloats
        + (column * phases + row % window.Stride) * planeFloats
        + row / window.Stride * Shape.OutputWidth;
}
