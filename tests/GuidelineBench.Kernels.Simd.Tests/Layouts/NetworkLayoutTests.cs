using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Tests.Layouts;

public sealed class NetworkLayoutTests
{
    private static readonly (int Height, int Width)[] Maps =
    [
        (1, 1), (1, 2), (2, 1), (1, 7), (7, 1), (3, 3), (4, 4), (7, 7), (13, 13), (13, 17), (14, 14), (23, 34), (27, 27), (28, 28), (34, 23), (55, 55),
        (56, 56), (112, 40), (112, 112), (111, 111), (224, 224), (25, 38), (50, 75), (400, 600), (3, 333),
    ];

    public static TheoryData<int, int> Sizes => [.. Maps.Select(map => (map.Height, map.Width))];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TilesOfWholeRowsHoldEveryPixelOnce(int height, int width)
    {
        const int channels = 3;
        foreach (int rows in new[] { 1, 2, 3, 5, height }.Where(rows => rows <= height).Distinct())
        {
            var layout = MapLayout.WholeRows(new MapShape(channels, height, width), rows);

            Assert.Equal((rows, rows * width), (layout.TileRows, layout.TilePixels));
            Assert.InRange(layout.Tiles * rows, height, height + rows - 1);
            Assert.True(layout.Pitch >= layout.TilePixels && layout.Pitch % 16 == 0);
            var places = new HashSet<long>();
            for (int channel = 0; channel < channels; channel++)
                for (int pixel = 0; pixel < height * width; pixel++)
                    Assert.True(places.Add(layout.Offset(channels, image: 0, channel, pixel)));
            Assert.InRange(places.Max(), places.Min(), layout.ImageFloats(channels) - 1);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void PanelsCoverTheTilesPixelsOnceAndStayInItsPitch(int height, int width)
    {
        MapLayout layout = NetworkLayouts.Of(new MapShape(1, height, width));
        for (int vectors = 1; vectors <= MapLayout.MaxPanelVectors; vectors++)
        {
            int[] covered = new int[layout.Pitch];
            int start = 0;
            foreach (PanelRun run in layout.Panels(vectors))
            {
                Assert.InRange(run.Segments.Length, 1, vectors);
                for (int panel = 0; panel < run.Count; panel++, start += run.Pixels)
                {
                    foreach (Segment segment in run.Segments)
                    {
                        Assert.InRange(start + segment.Offset + segment.Lanes, 1, layout.Pitch);
                        for (int lane = 0; lane < segment.Pixels; lane++)
                            covered[start + segment.Offset + lane]++;
                    }
                }
            }

            Assert.Equal(layout.TilePixels, start);
            Assert.All(covered[..layout.TilePixels], times => Assert.Equal(1, times));
            Assert.All(covered[layout.TilePixels..], times => Assert.Equal(0, times));
        }
    }

    /// <summary>Rows beyond the map and lanes beyond a tile cost as much as pixels: for the networks' maps under a twelfth.</summary>
    [Theory]
    [InlineData(7, 7)]
    [InlineData(10, 10)]
    [InlineData(13, 13)]
    [InlineData(14, 14)]
    [InlineData(20, 20)]
    [InlineData(27, 27)]
    [InlineData(28, 28)]
    [InlineData(40, 40)]
    [InlineData(55, 55)]
    [InlineData(56, 56)]
    [InlineData(112, 112)]
    [InlineData(160, 160)]
    [InlineData(25, 38)]
    [InlineData(50, 75)]
    [InlineData(100, 150)]
    public void LittleIsComputedForNothing(int height, int width)
    {
        MapLayout layout = NetworkLayouts.Of(new MapShape(1, height, width));

        int lanes = layout.Tiles * layout.Panels(1).Sum(run => run.Count * run.Segments.Sum(segment => segment.Lanes));

        Assert.InRange((double)lanes / (height * width), 1, 13.0 / 12);
    }

    /// <summary>A tile of 1024 channels has to stay in a second-level cache of a megabyte.</summary>
    [Theory]
    [MemberData(nameof(Sizes))]
    public void ATileIsSmallUnlessARowIsLong(int height, int width) =>
        Assert.InRange(NetworkLayouts.Of(new MapShape(1, height, width)).TilePixels, 1, Math.Max(256, width));
}
