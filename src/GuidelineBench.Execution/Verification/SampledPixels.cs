using GuidelineBench.Core.Layers;

namespace GuidelineBench.Execution.Verification;

/// <summary>Where a plan's outputs are compared with Reference before the plan is timed.</summary>
public static class SampledPixels
{
    /// <summary>Most and fewest random pixels of a map, over all images of the batch in turn.</summary>
    public const int MostRandom = 64, FewestRandom = 8;

    /// <summary>
    /// Multiply-adds that the random pixels of one step may cost. One pixel of a 3x3 convolution of 512 channels costs
    /// more than two million; at 64 of them in each of 50 layers a network would be verified for longer than it is
    /// timed. Random pixels guard against errors that follow no pattern; those that do lie at corners, rows' ends and
    /// tiles' edges, which are always compared.
    /// </summary>
    private const long MostMultiplyAdds = 8_000_000;

    /// <summary>Kernels take pixels in runs of these lengths or of divisors of them; tiles of whole rows end where rows do.</summary>
    private static readonly int[] TileLengths = [16, 32];

    /// <returns>How many random pixels are worth their time.</returns>
    /// <param name="multiplyAdds">Of all channels of one pixel.</param>
    public static int RandomCount(long multiplyAdds) =>
        (int)Math.Clamp(MostMultiplyAdds / Math.Max(multiplyAdds, 1), FewestRandom, MostRandom);

    /// <returns>
    /// Image and pixel (y * width + x). In every image the corners, the centre, the middles of the edges and their
    /// neighbours, where padding is or is not, and both sides of the first and the last tile's edges, where full tiles
    /// and remainders meet; and random ones. Of a map that has no more pixels than that, all.
    /// </returns>
    public static IReadOnlyList<(int Image, int Pixel)> Of(MapShape shape, int batch, int random, int seed)
    {
        int[] special = [.. Special(shape).Where(pixel => pixel >= 0 && pixel < shape.Pixels).Distinct().Order()];
        IEnumerable<int> images = Enumerable.Range(0, batch);
        if ((long)batch * shape.Pixels <= (long)batch * special.Length + random)
            return [.. images.SelectMany(_ => Enumerable.Range(0, shape.Pixels), (image, pixel) => (image, pixel))];
        var generator = new Random(seed);
        IEnumerable<(int, int)> everywhere = images.SelectMany(_ => special, (image, pixel) => (image, pixel));
        IEnumerable<(int, int)> anywhere = Enumerable.Range(0, random).Select(i => (i % batch, generator.Next(shape.Pixels)));
        return [.. everywhere.Concat(anywhere).Distinct()];
    }

    private static IEnumerable<int> Special(MapShape shape)
    {
        int last = shape.Pixels - 1;
        int middleRow = shape.Height / 2 * shape.Width;
        // A row's end, the row's start behind it, and the neighbour of each along the row.
        foreach (int start in new[] { 0, shape.Width, middleRow, middleRow + shape.Width, last - (shape.Width - 1), last + 1 })
        {
            yield return start - 2;
            yield return start - 1;
            yield return start;
            yield return start + 1;
        }

        yield return shape.Width / 2;
        yield return middleRow + shape.Width / 2;
        yield return last - shape.Width / 2;
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

/// <summary>
/// Largest |ours - reference| over largest |reference|, gathered value by value. Relative to the largest value and not
/// to each one: a sum that cancels to nearly nothing is as exact as its terms.
/// </summary>
public sealed class RelativeError
{
    private double largestDifference, largestReference;
    private bool finite = true;

    public void Add(float ours, double reference)
    {
        finite &= float.IsFinite(ours) && double.IsFinite(reference);
        largestDifference = Math.Max(largestDifference, Math.Abs(ours - reference));
        largestReference = Math.Max(largestReference, Math.Abs(reference));
    }

    /// <summary>
    /// Never NaN. Infinite when a value is not finite, and when something differs while the reference is zero everywhere.
    /// </summary>
    public double Value => (finite, largestDifference) switch
    {
        (false, _) => double.PositiveInfinity,
        (true, 0) => 0,
        _ => largestDifference / largestReference,
    };
}
