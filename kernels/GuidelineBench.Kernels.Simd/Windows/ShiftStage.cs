using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>Lays out a map for a convolution larger than 1x1 or with a stride: see <see cref="ShiftShape"/>.</summary>
/// <param name="layout">Of the copies.</param>
/// <param name="rows">The input's rows in the order of the copies' rows, for one image.</param>
/// <param name="copies">First float of the first image's copies.</param>
/// <param name="scratch">Of each thread, as many addresses as there are rows of copies.</param>
internal sealed unsafe class ShiftStage(
    ShiftLayout layout, MapPlace input, RowTable rows, nint copies, NetworkMemory memory, nint[] scratch, int batch) : INetworkStage
{
    private readonly ShiftKernel? kernel = layout.Shape.Stride <= 2 ? ShiftEmitter.Get(layout.Shape) : null;
    private readonly nint channelTable = (nint)memory.ChannelTable(input);
    private readonly nint copyTable = (nint)memory.Table([.. layout.CopyOffsets.Select(offset => (nint)sizeof(float) * offset)]);
    private readonly int[] inputRows = [.. layout.InputRows];

    public long Bytes => sizeof(float) * batch * (
        (long)input.Layout.Height * input.Layout.Width * input.Channels + layout.ImageFloats(input.Channels));

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful(batch * layout.ImageFloats(input.Channels), queue.Threads);
        nint* addresses = (nint*)scratch[thread];
        int filled = -1;
        foreach ((long first, long end) in queue.Take((long)batch * input.Channels, thread, useful))
        {
            for (long item = first; item < end; item++)
            {
                (int image, int channel) = ((int)(item / input.Channels), (int)(item % input.Channels));
                if (image != filled)
                {
                    for (int row = 0; row < inputRows.Length; row++)
                        rows.Fill(addresses + row, memory.Tile(input, image, 0), inputRows[row], 1);
                    filled = image;
                }

                CopyChannel(addresses, image, channel);
            }
        }
    }

    private void CopyChannel(nint* addresses, int image, int channel)
    {
        float* output = (float*)copies + image * layout.ImageFloats(input.Channels) + (long)channel * layout.ChannelFloats;
        nint offset = ((nint*)channelTable)[channel];
        if (kernel is not null)
            kernel(addresses, (nint*)copyTable, output, inputRows.Length, offset);
        else
            CopyColumns(addresses, output, offset);
    }

    /// <summary>Strides above 2 are for a network's first layer only, which has three channels.</summary>
    private void CopyColumns(nint* addresses, float* output, nint offset)
    {
        ShiftShape shape = layout.Shape;
        for (int row = 0; row < inputRows.Length; row++)
        {
            float* from = (float*)(addresses[row] + offset);
            for (int tap = 0; tap < shape.KernelSize; tap++)
            {
                float* to = (float*)((nint)output + ((nint*)copyTable)[row]) + (long)tap * shape.CopyFloats;
                for (int x = 0; x < shape.OutputWidth; x++)
                {
                    int column = x * shape.Stride + tap - shape.PaddingLeft;
                    to[x] = (uint)column < (uint)shape.InputWidth ? from[column] : 0;
                }
            }
        }
    }
}
