using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Tests.Layouts;

public sealed class RowTilesTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(1, 130)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_zero_follows_every_row_and_vectors_stay_in_its_pitch(int width)
    {
        var layout = MapLayout.RowTiles(new MapShape(1, 3, width));

        Assert.True(layout.Pitch > width);
        Assert.Equal(0, layout.Pitch % VectorWidth.Lanes);
        Assert.InRange(MapLayout.LanesFor(width), width, layout.Pitch);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Panels_differ_by_one_vector_at_most(int width)
    {
        var layout = MapLayout.RowTiles(new MapShape(1, 3, width));

        PanelRun[] runs = [.. layout.Panels(layout.PanelVectors)];

        Assert.Equal(width, runs.Sum(run => run.Count * run.Pixels));
        Assert.InRange(runs.Max(run => run.Segments.Length), 1, layout.PanelVectors);
        Assert.InRange(runs.Max(run => run.Segments.Length) - runs.Min(run => run.Segments.Length), 0, 1);
    }

    /// <summary>Two units with a latency of four cycles wait for each other with fewer than eight.</summary>
    [Fact]
    public void Every_panel_of_the_experiments_has_eight_multiply_adds_under_way()
    {
        var layout = MapLayout.RowTiles(new MapShape(32, 56, 56));

        int least = layout.Panels(layout.PanelVectors).Min(run => run.Segments.Length) * ConvolutionEmitter.BlockSizes(layout).First();

        Assert.InRange(least, 8, VectorWidth.Registers);
    }

    /// <summary>Lines that lie a multiple of 256 bytes apart share a quarter of a cache with 64 sets.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void Channels_of_a_narrow_panel_are_spread_over_the_first_level_cache(int width)
    {
        var layout = MapLayout.RowTiles(new MapShape(1, 3, width));

        Assert.True(layout.Panels(layout.PanelVectors).Sum(run => run.Count) == 1 || sizeof(float) * layout.Pitch % 256 != 0);
    }
}
