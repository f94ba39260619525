using System.Numerics;
using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Channelwise;

/// <summary>Local response normalisation across channels.</summary>
internal sealed unsafe class ResponseNormalizationStage(
    LocalResponseNormalization layer, MapPlace input, MapPlace output, NetworkMemory memory, int batch) : INetworkStage
{
    private readonly int[] inputOffsets = [.. Enumerable.Range(0, input.Channels).Select(input.ChannelOffset)];
    private readonly int[] outputOffsets = [.. Enumerable.Range(0, output.Channels).Select(output.ChannelOffset)];
    private readonly long elements = (long)batch * output.Layout.Height * output.Layout.Width * output.Channels;

    public long Bytes => sizeof(float) * elements * 2;

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful(elements * layer.Size, queue.Threads);
        foreach ((long first, long end) in queue.Take((long)batch * output.Channels, thread, useful))
        {
            for (long item = first; item < end; item++)
            {
                (int image, int channel) = ((int)(item / output.Channels), (int)(item % output.Channels));
                for (int tile = 0; tile < output.Layout.Tiles; tile++)
                    Compute(memory.Tile(input, image, tile), memory.Tile(output, image, tile) + outputOffsets[channel], channel);
            }
        }
    }

    private void Compute(float* from, float* to, int channel)
    {
        int first = Math.Max(0, channel - layer.Size / 2), last = Math.Min(input.Channels - 1, channel + (layer.Size - 1) / 2);
        Vector<float> offset = Vector.Create((float)layer.Offset), alpha = Vector.Create((float)(layer.Alpha / layer.Size));
        Vector<float> exponent = Vector.Create(-(float)layer.Beta);
        for (int pixel = 0; pixel < output.Layout.TilePixels; pixel += Vector<float>.Count)
        {
            Vector<float> squares = Vector<float>.Zero;
            for (int neighbour = first; neighbour <= last; neighbour++)
            {
                Vector<float> value = Vector.Load(from + inputOffsets[neighbour] + pixel);
                squares += value * value;
            }

            Vector<float> factor = Vector.Exp(exponent * Vector.Log(offset + alpha * squares));
            (Vector.Load(from + inputOffsets[channel] + pixel) * factor).Store(to + pixel);
        }
    }
}
