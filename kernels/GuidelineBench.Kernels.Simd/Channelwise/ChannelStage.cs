using System.Collections.Immutable;
using System.Numerics;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Channelwise;

/// <summary>
/// Element-wise operators, channel by channel: the first map times a factor plus a shift, plus the other maps, and an
/// activation. Memory is their limit, so what lies where in the registers does not matter.
/// </summary>
/// <param name="operands">Maps of one size, one or more; the output may be one of them.</param>
/// <param name="factors">A map of one pixel per channel that the first operand is multiplied by, or null.</param>
/// <param name="affine">Scale and shift of each channel of the first operand, or 0.</param>
internal sealed unsafe class ChannelStage(
    ImmutableArray<MapPlace> operands, MapPlace? factors, nint affine, ChannelFunction function, MapPlace output, NetworkMemory memory, int batch)
    : INetworkStage, ITileStage
{
    private readonly MapPlace[] operands = [.. operands];
    private readonly int[][] operandOffsets = [.. operands.Select(Offsets)];
    private readonly int[] outputOffsets = Offsets(output);
    private readonly long elements = (long)batch * output.Layout.Height * output.Layout.Width * output.Channels;

    public long Bytes => sizeof(float) * (
        elements * (operands.Length + 1) + (factors is null ? 0 : (long)batch * factors.Channels) + (affine == 0 ? 0 : 2L * output.Channels));

    public long Work => elements * operands.Length;

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful(Work, queue.Threads);
        foreach ((long first, long end) in queue.Take((long)batch * output.Channels, thread, useful))
        {
            for (long item = first; item < end; item++)
            {
                (int image, int channel) = ((int)(item / output.Channels), (int)(item % output.Channels));
                (float scale, float shift) = Affine(image, channel);
                for (int tile = 0; tile < output.Layout.Tiles; tile++)
                    Compute(thread, image, tile, channel, scale, shift);
            }
        }
    }

    public void RunTile(int thread, int image, int tile)
    {
        for (int channel = 0; channel < output.Channels; channel++)
        {
            (float scale, float shift) = Affine(image, channel);
            Compute(thread, image, tile, channel, scale, shift);
        }
    }

    private (float Scale, float Shift) Affine(int image, int channel)
    {
        float scale = 1, shift = 0;
        if (affine != 0)
            (scale, shift) = (((float*)affine)[2 * channel], ((float*)affine)[2 * channel + 1]);
        if (factors is not null)
            scale *= *(memory.Tile(factors, image, 0) + factors.ChannelOffset(channel));
        return (scale, shift);
    }

    private static int[] Offsets(MapPlace place) => [.. Enumerable.Range(0, place.Channels).Select(place.ChannelOffset)];

    private void Compute(int thread, int image, int tile, int channel, float scale, float shift)
    {
        float* to = memory.Tile(output, image, tile, thread) + outputOffsets[channel];
        float* from = memory.Tile(operands[0], image, tile, thread) + operandOffsets[0][channel];
        Vector<float> scales = Vector.Create(scale), shifts = Vector.Create(shift);
        bool plain = scale == 1 && shift == 0;
        // Whole vectors: behind the tile's pixels lies the rest of the pitch.
        for (int pixel = 0; pixel < output.Layout.TilePixels; pixel += Vector<float>.Count)
        {
            Vector<float> value = Vector.Load(from + pixel);
            if (!plain)
                value = value * scales + shifts;
            for (int operand = 1; operand < operands.Length; operand++)
                value += Vector.Load(memory.Tile(operands[operand], image, tile, thread) + operandOffsets[operand][channel] + pixel);
            Functions.Apply(function, value).Store(to + pixel);
        }
    }
}
