using System.Numerics;
using GuidelineBench.Kernels.Simd.Channelwise;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Stages;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Convolutions;

/// <summary>
/// A fully connected layer: a product of a matrix with a vector for each image. Each weight is used once per image, so
/// the weights' way from memory is its limit; four rows at a time keep enough loads under way.
/// </summary>
/// <param name="weights">As <see cref="PackedMatrix"/> lays them out.</param>
/// <param name="bias">[row].</param>
/// <param name="gathered">Of each thread, room for one image's inputs, rounded up likewise.</param>
internal sealed unsafe class FullyConnectedStage(
    MapPlace input, MapPlace output, nint weights, nint bias, nint[] gathered, ChannelFunction function, NetworkMemory memory, int batch)
    : INetworkStage
{
    private readonly int pixels = input.Layout.Height * input.Layout.Width;
    private readonly int rowFloats = PackedMatrix.RowFloats(input.Layout.Height * input.Layout.Width * input.Channels);
    private readonly int[] inputOffsets = [.. Enumerable.Range(0, input.Channels).Select(input.ChannelOffset)];
    private readonly int[] outputOffsets = [.. Enumerable.Range(0, output.Channels).Select(output.ChannelOffset)];

    public long Bytes => sizeof(float) * ((long)rowFloats * output.Channels + output.Channels + batch * ((long)pixels * input.Channels + output.Channels));

    public void Run(int thread, WorkQueue queue)
    {
        int useful = WorkShare.Useful((long)batch * rowFloats * output.Channels, queue.Threads);
        if (thread >= useful)
            return;
        (long first, long end) = WorkShare.Of((output.Channels + PackedMatrix.RowsAtOnce - 1) / PackedMatrix.RowsAtOnce, thread, useful);
        float* values = (float*)gathered[thread];
        for (int image = 0; image < batch; image++)
        {
            Gather(image, values);
            for (long block = first; block < end; block++)
                Compute(image, (int)block * PackedMatrix.RowsAtOnce, values);
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
        float* lines = (float*)weights + (long)row * rowFloats;
        Vector<float> sumA = Vector<float>.Zero, sumB = sumA, sumC = sumA, sumD = sumA;
        const int line = PackedMatrix.LineFloats;
        for (int i = 0; i < rowFloats; i += line, lines += line * PackedMatrix.RowsAtOnce)
        {
            for (int lane = 0; lane < line; lane += Vector<float>.Count)
            {
                Vector<float> x = Vector.Load(values + i + lane);
                sumA = Vector.MultiplyAddEstimate(Vector.Load(lines + lane), x, sumA);
                sumB = Vector.MultiplyAddEstimate(Vector.Load(lines + line + lane), x, sumB);
                sumC = Vector.MultiplyAddEstimate(Vector.Load(lines + 2 * line + lane), x, sumC);
                sumD = Vector.MultiplyAddEstimate(Vector.Load(lines + 3 * line + lane), x, sumD);
            }
        }

        Store(image, row, sumA);
        Store(image, row + 1, sumB);
        Store(image, row + 2, sumC);
        Store(image, row + 3, sumD);
    }

    private void Store(int image, int row, Vector<float> sums)
    {
        if (row >= output.Channels)
            return;
        Vector<float> value = Vector.Create(Vector.Sum(sums) + ((float*)bias)[row]);
        *(memory.Tile(output, image, 0) + outputOffsets[row]) = Functions.Apply(function, value)[0];
    }
}

/// <summary>
/// A matrix in the order in which a product with a vector reads it, once from front to back:
/// [four rows][cache line of inputs][row][input], filled up with zeros to whole lines and rows.
/// </summary>
internal static unsafe class PackedMatrix
{
    /// <summary>Rows that are computed together.</summary>
    public const int RowsAtOnce = 4;

    /// <summary>Floats of a cache line.</summary>
    public const int LineFloats = 16;

    /// <summary>Floats of a row with its zeros.</summary>
    public static int RowFloats(int inputs) => (inputs + LineFloats - 1) / LineFloats * LineFloats;

    public static long Count(int inputs, int rows) => (long)RowFloats(inputs) * ((rows + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce);

    /// <param name="matrix">[row][input].</param>
    /// <param name="packed"><see cref="Count"/> zeros.</param>
    public static void Pack(ReadOnlySpan<float> matrix, int inputs, int rows, float* packed)
    {
        int rowFloats = RowFloats(inputs);
        for (int row = 0; row < rows; row++)
        {
            float* block = packed + (long)(row / RowsAtOnce * RowsAtOnce) * rowFloats + row % RowsAtOnce * LineFloats;
            for (int input = 0; input < inputs; input++)
                block[input / LineFloats * LineFloats * RowsAtOnce + input % LineFloats] = matrix[row * inputs + input];
        }
    }
}
