using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;

namespace GuidelineBench.Kernels.Ilgpu.Products;

/// <summary>
/// A matrix times the vectors of up to four images: each weight is read once, by neighbouring threads, and used for all of them.
/// Its speed is that of reading the weights: 4 bytes per multiply-add with one image.
/// </summary>
internal static class VectorKernel
{
    /// <summary>Images that one block computes together; their values of one input stand in one quad.</summary>
    public const int Images = 4;

    public const int MaxThreads = 256;

    // 512 inputs of four images: 8 KiB, and 4 KiB for the partial sums. Eight blocks, all the threads of a multiprocessor, take the
    // 96 KiB of a GTX 1080 Ti.
    private const int ChunkQuads = 128;

    /// <param name="weights">[output][input], rows of <see cref="VectorShape.RowQuads"/>.</param>
    /// <param name="elements">For each input the float where it lies in an image.</param>
    /// <param name="output">Rows of its tables are outputs.</param>
    public static void Multiply(
        VectorShape shape, ArrayView<Float4> weights, ArrayView<float> input, ArrayView<int> elements, ProductOutput output)
    {
        // A quad holds one input of four images.
        ArrayView<Float4> values = SharedMemory.Allocate<Float4>(ChunkQuads * 4);
        ArrayView<Float4> partial = SharedMemory.Allocate<Float4>(MaxThreads);
        int thread = Group.IdxX;
        int threads = Group.DimX;
        int lane = thread & (shape.Lanes - 1);
        int row = Grid.IdxX * (threads / shape.Lanes) + thread / shape.Lanes;
        int image = Grid.IdxY * Images;
        int rowStart = IntrinsicMath.Min(row, shape.Outputs - 1) * shape.RowQuads;
        Float4 sum = default;

        for (int chunk = 0; chunk < shape.RowQuads; chunk += ChunkQuads)
        {
            int quads = IntrinsicMath.Min(ChunkQuads, shape.RowQuads - chunk);
            for (int i = thread; i < quads * 4; i += threads)
            {
                int element = chunk * 4 + i;
                Float4 value = default;
                if (element < shape.Inputs)
                {
                    int at = elements[element] + image * shape.ImageFloats;
                    value.X = input[at];
                    if (image + 1 < shape.Images)
                        value.Y = input[at + shape.ImageFloats];
                    if (image + 2 < shape.Images)
                        value.Z = input[at + 2 * shape.ImageFloats];
                    if (image + 3 < shape.Images)
                        value.W = input[at + 3 * shape.ImageFloats];
                }

                // The four inputs of a quad of weights stand apart, so that neighbouring threads read neighbouring quads.
                values[(i & 3) * ChunkQuads + i / 4] = value;
            }

            Group.Barrier();
            for (int quad = lane; quad < quads; quad += 2 * shape.Lanes)
            {
                Float4 first = weights[rowStart + chunk + quad];
                Float4 second = weights[rowStart + chunk + quad + shape.Lanes];
                Add(ref sum, first, values, quad);
                Add(ref sum, second, values, quad + shape.Lanes);
            }

            Group.Barrier();
        }

        partial[thread] = sum;
        for (int half = shape.Lanes / 2; half > 0; half /= 2)
        {
            Group.Barrier();
            if (lane < half)
                partial[thread] += partial[thread + half];
        }

        if (lane > 0 || row >= shape.Outputs)
            return;
        sum = partial[thread];
        output.Write(Single(sum.X), row, image, 0);
        if (image + 1 < shape.Images)
            output.Write(Single(sum.Y), row, image + 1, 0);
        if (image + 2 < shape.Images)
            output.Write(Single(sum.Z), row, image + 2, 0);
        if (image + 3 < shape.Images)
            output.Write(Single(sum.W), row, image + 3, 0);
    }

    private static void Add(ref Float4 sum, Float4 weights, ArrayView<Float4> values, int quad)
    {
        Add(ref sum, weights.X, values[quad]);
        Add(ref sum, weights.Y, values[ChunkQuads + quad]);
        Add(ref sum, weights.Z, values[2 * ChunkQuads + quad]);
        Add(ref sum, weights.W, values[3 * ChunkQuads + quad]);
    }

    private static void Add(ref Float4 sum, float weight, Float4 values)
    {
        sum.X += weight * values.X;
        sum.Y += weight * values.Y;
        sum.Z += weight * values.Z;
        sum.W += weight * values.W;
    }

    // A map of 1x1 pixels is a plane of one quad, whose other three floats nobody reads.
    private static Float4 Single(float value) => new() { X = value };
}
