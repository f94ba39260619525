using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>A depthwise convolution or a pooling.</summary>
/// <param name="paddingTop">Rows of padding above the map.</param>
/// <param name="parameters">Of all channels, or of all output pixels, as <see cref="WindowFunction"/> says.</param>
/// <param name="scratch">Of each thread, as many addresses as the shape has input rows.</param>
internal sealed unsafe class WindowStage(
    WindowShape shape, MapPlace input, MapPlace output, RowTable rows, int paddingTop, nint parameters, NetworkMemory memory,
    nint[] scratch, int batch) : INetworkStage, ITileStage
{
    private readonly WindowFunction kernel = WindowEmitter.Get(shape);
    private readonly nint inputTable = (nint)memory.ChannelTable(input);
    private readonly nint outputTable = (nint)memory.ChannelTable(output);
    private readonly int tiles = batch * output.Layout.Tiles;
    private readonly int parts = WorkShare.Parts((long)batch * output.Layout.Tiles, scratch.Length);

    public long Work { get; } =
        (long)batch * output.Layout.Tiles * output.Layout.TilePixels * output.Channels * shape.KernelSize * shape.KernelSize;

    public long Bytes => sizeof(float) * (
        (long)batch * (input.Layout.Height * input.Layout.Width + output.Layout.Height * output.Layout.Width) * output.Channels
        + (long)shape.ParametersPerChannel * output.Channels);

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful(Work, queue.Threads);
        // By tile where tiles go round, as the layers before and after do; else by channel.
        bool byTile = parts == 1;
        foreach ((long first, long end) in queue.Take(byTile ? tiles : output.Channels, thread, useful))
        {
            if (byTile)
                RunTiles(thread, first, end, 0, output.Channels);
            else
                RunTiles(thread, 0, tiles, first, end);
        }
    }

    public void RunTile(int thread, int image, int tile) => RunChannels(thread, image, tile, 0, output.Channels);

    private void RunTiles(int thread, long first, long end, long firstChannel, long endChannel)
    {
        for (long item = first; item < end; item++)
            RunChannels(thread, (int)(item / output.Layout.Tiles), (int)(item % output.Layout.Tiles), firstChannel, endChannel);
    }

    private void RunChannels(int thread, int image, int tile, long firstChannel, long endChannel)
    {
        nint* addresses = (nint*)scratch[thread];
        rows.Fill(addresses, memory.Tile(input, image, 0, thread), tile * shape.OutputRows * shape.Stride - paddingTop, shape.InputRows);
        float* ofTile = (float*)parameters + (shape.Operation == WindowOperation.Mean
            ? (long)tile * output.Layout.TilePixels
            : firstChannel * shape.ParametersPerChannel);
        kernel(
            addresses, (nint*)inputTable + firstChannel, ofTile, memory.Tile(output, image, tile, thread), (nint*)outputTable + firstChannel,
            (nint)(endChannel - firstChannel));
    }
}

/// <summary>All that the kernel of a window operator is specialised for; equal shapes share one compiled kernel.</summary>
/// <param name="KernelSize">k.</param>
/// <param name="Stride">1 or 2.</param>
/// <param name="PaddingLeft">Columns of padding before the first.</param>
/// <param name="InputWidth">Columns of the input.</param>
/// <param name="OutputWidth">Columns of the output.</param>
/// <param name="OutputRows">Rows that one call computes.</param>
/// <param name="ChannelFloats">From one channel of the input to the next, where they lie one behind the other.</param>
internal sealed record WindowShape(
    WindowOperation Operation, int KernelSize, int Stride, int PaddingLeft, int InputWidth, int OutputWidth, int OutputRows, int ChannelFloats, Clamp Clamp)
{
    /// <summary>Rows of the input under the windows of one call.</summary>
    public int InputRows => (OutputRows - 1) * Stride + KernelSize;

    /// <summary>Floats of one channel's parameters: bias and weights.</summary>
    public int ParametersPerChannel => Operation == WindowOperation.Depthwise ? 1 + KernelSize * KernelSize : 0;
}

/// <summary>What is done with the values under a window, channel by channel.</summary>
internal enum WindowOperation
{
    /// <summary>A weighted sum and a bias: a depthwise convolution.</summary>
    Depthwise,

    /// <summary>The largest value.</summary>
    Maximum,

    /// <summary>The sum times a factor of each output pixel: a mean, whether padding counts or not.</summary>
    Mean,
}

/// <summary>A compiled window operator over some rows of one image.</summary>
/// <param name="rows">Addresses of the input rows, first column, without the channel's offset; rows outside the map are rows of padding.</param>
/// <param name="inputs">By channel, its offset from those addresses in bytes.</param>
/// <param name="parameters">Depthwise: bias and weights of each channel in turn. Mean: a factor for each output pixel of the call.</param>
/// <param name="output">Where the first row is written, without the channel's offset.</param>
/// <param name="outputs">By channel, its offset from there in bytes.</param>
/// <param name="channels">1 or more.</param>
internal unsafe delegate void WindowFunction(nint* rows, nint* inputs, float* parameters, float* output, nint* outputs, nint channels);
