using GuidelineBench.Core.Layers;

namespace GuidelineBench.Execution.Verification;

/// <summary>Where a plan's outputs are compared with Reference before the plan is timed.</summary>
public static class SampledPixels
{
    /// <summary>Over all images of the batch, in turn.</summary>
    public const int Random = 64;

    /// <summary>Kernels take pixels in runs of these lengths or of divisors of them.</summary>
    private static readonly int[] TileLengths = [16, 32];

    /// <returns>
    /// Image and pixel (y * width + x). In every image the corners and the centre, where padding is or is not, and both
    /// sides of the first and the last tile's edges, where full tiles and remainders meet; and random ones.
    /// </returns>
    public static IEnumerable<(int Image, int Pixel)> Of(MapShape shape, int batch, int seed)
    {
        int[] special = [.. Special(shape).Where(pixel => pixel >= 0 && pixel < shape.Pixels).Distinct().Order()];
        var random = new Random(seed);
        IEnumerable<(int, int)> everywhere =
            from image in Enumerable.Range(0, batch)
            from pixel in special
            select (image, pixel);
        IEnumerable<(int, int)> anywhere = Enumerable.Range(0, Random).Select(i => (i % batch, random.Next(shape.Pixels)));
        return [.. everywhere.Concat(anywhere).Distinct()];
    }

    private static IEnumerable<int> Special(MapShape shape)
    {
        int last = shape.Pixels - 1;
        yield return 0;
        yield return shape.Width - 1;
        yield return last - (shape.Width - 1);
        yield return last;
        yield return shape.Height / 2 * shape.Width + shape.Width / 2;
        yield return 1;
        yield return last - 1;
        foreach (int length in TileLengths)
        {
            int lastEdge = last / length * length;
            foreach (int edge in new[] { length, lastEdge })
            {
                yield return edge - 1;
                yield return edge;
                yield return edge + 1;
            }
        }
    }
}
