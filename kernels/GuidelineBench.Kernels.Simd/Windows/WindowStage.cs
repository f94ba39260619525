using GuidelineBench.Kernels.Simd.Networks;
using GuidelineBench.Kernels.Simd.Placement;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>A depthwise convolution or a pooling.</summary>
/// <param name="paddingTop">Rows of padding above the map.</param>
/// <param name="parameters">Of all channels, or of all output pixels, as <see cref="WindowKernel"/> says.</param>
/// <param name="scratch">Of each thread, as many addresses as the shape has input rows.</param>
internal sealed unsafe class WindowStage(
    WindowShape shape, MapPlace input, MapPlace output, RowTable rows, int paddingTop, nint parameters, NetworkMemory memory,
    nint[] scratch, int batch) : INetworkStage, ITileStage
{
    private readonly WindowKernel kernel = WindowEmitter.Get(shape);
    private readonly nint inputTable = (nint)memory.ChannelTable(input);
    private readonly nint outputTable = (nint)memory.ChannelTable(output);
    private readonly int tiles = batch * output.Layout.Tiles;
    private readonly int parts = WorkShare.Parts((long)batch * output.Layout.Tiles, scratch.Length);

    public long Work { get; } =
        (long)batch * output.Layout.Tiles * output.Layout.TilePixels * output.Channels * shape.KernelSize * shape.KernelSize;

    public long Bytes => sizeof(float) * (
        (long)batch * (input.Layout.Height * input.Layout.Width + output.Layout.Height * output.Layout.Width) * output.Channels
        + (long)shape.ParametersPerChannel * output.Channels);

    public void Run(int thread, int threads)
    {
        int useful = WorkShare.Useful(Work, threads);
        if (thread >= useful)
            return;
        // By tile where tiles go round, as the layers before and after do; else by channel.
        (long first, long end) = parts == 1 ? WorkShare.Of(tiles, thread, useful) : (0, tiles);
        (long firstChannel, long endChannel) = parts == 1 ? (0, output.Channels) : WorkShare.Of(output.Channels, thread, useful);
        if (firstChannel == endChannel)
            return;
        for (long item = first; item < end; item++)
            RunChannels(thread, (int)(item / output.Layout.Tiles), (int)(item % output.Layout.Tiles), firstChannel, endChannel);
    }

    public void RunTile(int thread, int image, int tile) => RunChannels(thread, image, tile, 0, output.Channels);

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
