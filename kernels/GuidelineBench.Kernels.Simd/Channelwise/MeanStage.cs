using System.Numerics;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Channelwise;

/// <summary>The mean of each channel.</summary>
internal sealed unsafe class MeanStage(MapPlace input, MapPlace output, NetworkMemory memory, int batch) : INetworkStage
{
    private readonly int pixels = input.Layout.Height * input.Layout.Width;
    private readonly int[] inputOffsets = [.. Enumerable.Range(0, input.Channels).Select(input.ChannelOffset)];
    private readonly int[] outputOffsets = [.. Enumerable.Range(0, output.Channels).Select(output.ChannelOffset)];

    public long Bytes => sizeof(float) * batch * (pixels + 1L) * input.Channels;

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful((long)batch * pixels * input.Channels, queue.Threads);
        foreach ((long first, long end) in queue.Take((long)batch * input.Channels, thread, useful))
        {
            for (long item = first; item < end; item++)
            {
                (int image, int channel) = ((int)(item / input.Channels), (int)(item % input.Channels));
                memory.Tile(output, image, 0)[outputOffsets[channel]] = Mean(memory.Tile(input, image, 0) + inputOffsets[channel]);
            }
        }
    }

    private float Mean(float* channel)
    {
        float sum = 0;
        for (int left = pixels; left > 0; left -= input.Layout.TilePixels, channel += input.TileFloats)
            sum += Sum(channel, Math.Min(left, input.Layout.TilePixels));
        return sum / pixels;
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
