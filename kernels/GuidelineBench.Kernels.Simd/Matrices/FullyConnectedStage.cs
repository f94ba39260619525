using System.Numerics;
using GuidelineBench.Kernels.Simd.Channelwise;
using GuidelineBench.Kernels.Simd.Networks;
using GuidelineBench.Kernels.Simd.Placement;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Matrices;

/// <summary>
/// A fully connected layer: a product of a matrix with a vector for each image. Each weight is used once per image, so
/// the weights' way from memory is its limit; four rows at a time keep enough loads under way.
/// </summary>
/// <param name="weights">[row][input], each row rounded up to whole vectors with zeros, the rows to a multiple of four.</param>
/// <param name="bias">[row].</param>
/// <param name="gathered">Of each thread, room for one image's inputs, rounded up likewise.</param>
internal sealed unsafe class FullyConnectedStage(
    MapPlace input, MapPlace output, nint weights, nint bias, nint[] gathered, ChannelFunction function, NetworkMemory memory, int batch)
    : INetworkStage
{
    /// <summary>Rows that are computed together.</summary>
    public const int RowsAtOnce = 4;

    private readonly int pixels = input.Layout.Height * input.Layout.Width;
    private readonly int rowFloats = RowFloats(input.Layout.Height * input.Layout.Width * input.Channels);
    private readonly int[] inputOffsets = [.. Enumerable.Range(0, input.Channels).Select(input.ChannelOffset)];
    private readonly int[] outputOffsets = [.. Enumerable.Range(0, output.Channels).Select(output.ChannelOffset)];

    public long Bytes => sizeof(float) * ((long)rowFloats * output.Channels + output.Channels + batch * ((long)pixels * input.Channels + output.Channels));

    public static int RowFloats(int inputs) => (inputs + 15) / 16 * 16;

    public void Run(int thread, int threads)
    {
        int useful = WorkShare.Useful((long)batch * rowFloats * output.Channels, threads);
        if (thread >= useful)
            return;
        (long first, long end) = WorkShare.Of((output.Channels + RowsAtOnce - 1) / RowsAtOnce, thread, useful);
        float* values = (float*)gathered[thread];
        for (int image = 0; image < batch; image++)
        {
            Gather(image, values);
            for (long block = first; block < end; block++)
                Compute(image, (int)block * RowsAtOnce, values);
        }
    }

    private void Gather(int image, float* values)
    {
        for (int channel = 0; channel < input.Channels; channel++)
        {
            for (int tile = 0, left = pixels; left > 0; tile++, left -= input.Layout.TilePixels)
            {
                float* from = memory.Tile(input, image, tile) + inputOffsets[channel];
                int count = Math.Min(left, input.Layout.TilePixels);
                for (int pixel = 0; pixel < count; pixel++)
                    *values++ = from[pixel];
            }
        }
    }

    private void Compute(int image, int row, float* values)
    {
        float* a = (float*)weights + (long)row * rowFloats, b = a + rowFloats, c = b + rowFloats, d = c + rowFloats;
        Vector<float> sumA = Vector<float>.Zero, sumB = sumA, sumC = sumA, sumD = sumA;
        Vector<float> moreA = sumA, moreB = sumA, moreC = sumA, moreD = sumA;
        int step = Vector<float>.Count, i = 0;
        for (; i <= rowFloats - 2 * step; i += 2 * step)
        {
            Vector<float> x = Vector.Load(values + i), y = Vector.Load(values + i + step);
            sumA = Vector.MultiplyAddEstimate(Vector.Load(a + i), x, sumA);
            moreA = Vector.MultiplyAddEstimate(Vector.Load(a + i + step), y, moreA);
            sumB = Vector.MultiplyAddEstimate(Vector.Load(b + i), x, sumB);
            moreB = Vector.MultiplyAddEstimate(Vector.Load(b + i + step), y, moreB);
            sumC = Vector.MultiplyAddEstimate(Vector.Load(c + i), x, sumC);
            moreC = Vector.MultiplyAddEstimate(Vector.Load(c + i + step), y, moreC);
            sumD = Vector.MultiplyAddEstimate(Vector.Load(d + i), x, sumD);
            moreD = Vector.MultiplyAddEstimate(Vector.Load(d + i + step), y, moreD);
        }

        for (; i < rowFloats; i += step)
        {
            Vector<float> x = Vector.Load(values + i);
            sumA = Vector.MultiplyAddEstimate(Vector.Load(a + i), x, sumA);
            sumB = Vector.MultiplyAddEstimate(Vector.Load(b + i), x, sumB);
            sumC = Vector.MultiplyAddEstimate(Vector.Load(c + i), x, sumC);
            sumD = Vector.MultiplyAddEstimate(Vector.Load(d + i), x, sumD);
        }

        Store(image, row, sumA + moreA);
        Store(image, row + 1, sumB + moreB);
        Store(image, row + 2, sumC + moreC);
        Store(image, row + 3, sumD + moreD);
    }

    private void Store(int image, int row, Vector<float> sums)
    {
        if (row >= output.Channels)
            return;
        Vector<float> value = Vector.Create(Vector.Sum(sums) + ((float*)bias)[row]);
        *(memory.Tile(output, image, 0) + outputOffsets[row]) = Functions.Apply(function, value)[0];
    }
}
