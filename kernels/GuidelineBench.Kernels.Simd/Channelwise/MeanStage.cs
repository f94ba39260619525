using System.Numerics;
using GuidelineBench.Kernels.Simd.Networks;
using GuidelineBench.Kernels.Simd.Placement;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Channelwise;

/// <summary>The mean of each channel.</summary>
internal sealed unsafe class MeanStage(MapPlace input, MapPlace output, NetworkMemory memory, int batch) : INetworkStage
{
    private readonly int pixels = input.Layout.Height * input.Layout.Width;

    public long Bytes => sizeof(float) * batch * (pixels + 1L) * input.Channels;

    public void Run(int thread, int threads)
    {
        int useful = WorkShare.Useful((long)batch * pixels * input.Channels, threads);
        if (thread >= useful)
            return;
        (long first, long end) = WorkShare.Of((long)batch * input.Channels, thread, useful);
        for (long item = first; item < end; item++)
        {
            (int image, int channel) = ((int)(item / input.Channels), (int)(item % input.Channels));
            float sum = 0;
            for (int tile = 0, left = pixels; left > 0; tile++, left -= input.Layout.TilePixels)
                sum += Sum(memory.Tile(input, image, tile) + input.ChannelOffset(channel), Math.Min(left, input.Layout.TilePixels));
            *(memory.Tile(output, image, 0) + output.ChannelOffset(channel)) = sum / pixels;
        }
    }

    private static float Sum(float* values, int count)
    {
        Vector<float> sums = Vector<float>.Zero;
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            sums += Vector.Load(values + i);
        float sum = Vector.Sum(sums);
        for (; i < count; i++)
            sum += values[i];
        return sum;
    }
}
