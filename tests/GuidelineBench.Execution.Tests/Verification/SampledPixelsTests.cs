using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Execution.Tests.Verification;

public sealed class SampledPixelsTests
{
    private const int Batch = 4;

    /// <summary>
    /// 56x56 has 3136 = 98 x 32 pixels: corners 0, 55, 3080, 3135; centre row 28, column 28; first edges at 16 and 32,
    /// last ones at 3120 and 3104; the neighbours of all of them along the row; the first, second, middle and last row's
    /// ends and the starts behind them; the middles of the edges.
    /// </summary>
    [Theory]
    [InlineData(0, 55, 3080, 3135)]
    [InlineData(28 * 56 + 28, 1, 3134)]
    [InlineData(15, 16, 17, 31, 32, 33)]
    [InlineData(3119, 3120, 3121, 3103, 3104, 3105)]
    [InlineData(54, 56, 57, 3078, 3079, 3081)]
    [InlineData(28 * 56 - 2, 28 * 56 - 1, 28 * 56, 28 * 56 + 1)]
    [InlineData(28 * 56 + 54, 28 * 56 + 55, 28 * 56 + 56, 28 * 56 + 57)]
    [InlineData(28, 3135 - 28)]
    public void TheSpecialPixelsOfEveryImageAreAlwaysThere(params int[] pixels)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            HashSet<(int, int)> sampled = [.. Of(new MapShape(1, 56, 56), seed)];
            for (int image = 0; image < Batch; image++)
                Assert.All(pixels, pixel => Assert.Contains((image, pixel), sampled));
        }
    }

    [Fact]
    public void EveryImageGetsRandomPixels()
    {
        (int Image, int Pixel)[] sampled = Of(new MapShape(1, 56, 56), seed: 5);

        // 35 special ones and 16 random ones each, of which few fall together.
        Assert.All(Enumerable.Range(0, Batch), image => Assert.InRange(sampled.Count(pixel => pixel.Image == image), 35 + 12, 35 + 16));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(7, 1)]
    [InlineData(4, 4)]
    public void OfASmallMapNothingOutsideAndNothingTwice(int height, int width)
    {
        (int Image, int Pixel)[] sampled = Of(new MapShape(3, height, width), seed: 6);

        Assert.All(sampled, pixel => Assert.InRange(pixel.Pixel, 0, height * width - 1));
        Assert.Equal(sampled.Length, sampled.Distinct().Count());
        Assert.Contains((Batch - 1, height * width - 1), sampled);
    }

    [Fact]
    public void OfAMapOfFewPixelsEveryOne()
    {
        // 49 are fewer than the special and the random ones.
        Assert.Equal(
            Enumerable.Range(0, Batch).SelectMany(image => Enumerable.Range(0, 49).Select(pixel => (image, pixel))),
            SampledPixels.Of(new MapShape(1, 7, 7), Batch, random: 200, seed: 1).Order());
        Assert.Equal([(0, 0), (1, 0), (2, 0), (3, 0)], SampledPixels.Of(new MapShape(1000, 1, 1), Batch, random: 8, seed: 1));
    }

    /// <summary>From 64 where they cost less than eight million multiply-adds down to 8.</summary>
    [Theory]
    [InlineData(0, 64)]
    [InlineData(9 * 58, 64)]
    [InlineData(232 * 232, 64)]
    [InlineData(512 * 512, 30)]
    [InlineData(9 * 512 * 512, 8)]
    [InlineData(9L * 1024 * 2048, 8)]
    public void RandomPixelsAreFewerWhereOneCostsMore(long multiplyAdds, int pixels) =>
        Assert.Equal(pixels, SampledPixels.RandomCount(multiplyAdds));

    private static (int Image, int Pixel)[] Of(MapShape shape, int seed) => [.. SampledPixels.Of(shape, Batch, SampledPixels.MostRandom, seed)];
}
