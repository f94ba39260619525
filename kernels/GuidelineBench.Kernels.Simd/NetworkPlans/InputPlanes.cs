using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>
/// How a network's input lies in memory where only its first convolution reads it:
/// [image][channel][row modulo stride][column modulo stride][row][column], with zeros around. What a tap of the window reads
/// for the output pixels of a row are then consecutive floats, whatever the stride, and nothing has to be laid out in a
/// forward pass. Every value is there once.
/// </summary>
internal sealed class InputPlanes
{
    /// <summary>Zeros before each row, so that its first pixel begins a cache line.</summary>
    private const int LeftFloats = 16;

    private readonly Window window;
    private readonly MapShape input;
    private readonly int firstRow, rowFloats, planeFloats;

    /// <param name="outputRows">Rows of output pixels that are computed, those of the last tile beyond the map included.</param>
    public InputPlanes(Window window, MapShape input, MapShape output, int outputRows)
    {
        this.window = window;
        this.input = input;
        int stride = window.Stride;
        firstRow = FloorDivide(-window.Padding.Top, stride);
        int lastRow = Math.Max(outputRows - 1 + FloorDivide(window.KernelSize - 1 - window.Padding.Top, stride), (input.Height - 1) / stride);
        int lastColumn = Math.Max(output.Width - 1 + FloorDivide(window.KernelSize - 1 - window.Padding.Left, stride), (input.Width - 1) / stride);
        rowFloats = LeftFloats + (lastColumn + 1 + 15) / 16 * 16;
        planeFloats = (lastRow - firstRow + 1) * rowFloats;
    }

    /// <summary>From what a tap reads for one row of output pixels to what it reads for the next.</summary>
    public int RowFloats => rowFloats;

    public long ImageFloats => (long)input.Channels * window.Stride * window.Stride * planeFloats;

    /// <returns>The convolution that reads the input where it can lie like this, with the step; null where it cannot.</returns>
    public static (PlanStep Step, Convolution Convolution)? ReaderOf(Graph graph, IEnumerable<PlanStep> steps)
    {
        PlanStep[] readers = [.. steps.Where(step => step.Inputs.Contains(graph.Input.Index))];
        return readers.Length == 1
            && graph.Nodes.Count(node => node.Inputs.Contains(graph.Input.Index)) == 1
            && readers[0].Inputs[0] == graph.Input.Index
            && NetworkChoices.ProductOf(graph, readers[0]) is { } convolution
            && !(convolution.KernelSize == 1 && convolution.Window.IsCentered)
            && -convolution.Window.Padding.Left / convolution.Window.Stride > -LeftFloats
                ? (readers[0], convolution)
                : null;
    }

    /// <returns>Floats from the start of an image to what the tap reads for the first output pixel.</returns>
    public long TapOffset(int channel, int row, int column) =>
        Offset(channel, row - window.Padding.Top, column - window.Padding.Left);

    /// <returns>Floats from the start of an image to a pixel; also of pixels outside the map, where zeros lie.</returns>
    public long Offset(int channel, int row, int column)
    {
        int stride = window.Stride;
        (int rowPlane, int columnPlane) = (Modulo(row, stride), Modulo(column, stride));
        return ((long)channel * stride * stride + rowPlane * stride + columnPlane) * planeFloats
            + (long)(FloorDivide(row, stride) - firstRow) * rowFloats
            + LeftFloats + FloorDivide(column, stride);
    }

    private static int FloorDivide(int value, int divisor) => (value - Modulo(value, divisor)) / divisor;

    private static int Modulo(int value, int divisor) => ((value % divisor) + divisor) % divisor;
}

/// <summary>A network's input in <see cref="InputPlanes"/>.</summary>
/// <param name="start">First float of the first image; zero where no pixel is.</param>
internal sealed unsafe class NetworkInput(InputPlanes planes, MapShape shape, nint start)
{
    public InputPlanes Planes => planes;

    public nint Start => start;

    /// <param name="nchw">Images x channels x height x width.</param>
    public void Write(ReadOnlySpan<float> nchw)
    {
        for (int i = 0; i < nchw.Length; i++)
            *Address(i) = nchw[i];
    }

    /// <param name="nchw">Images x channels x height x width.</param>
    public void Read(Span<float> nchw)
    {
        for (int i = 0; i < nchw.Length; i++)
            nchw[i] = *Address(i);
    }

    private float* Address(int index)
    {
        (int channels, int column) = Math.DivRem(index, shape.Width);
        (channels, int row) = Math.DivRem(channels, shape.Height);
        (int image, int channel) = Math.DivRem(channels, shape.Channels);
        return (float*)start + image * planes.ImageFloats + planes.Offset(channel, row, column);
    }
}
