using GuidelineBench.Reporting.Charts.Plots;
using Box = GuidelineBench.Reporting.Charts.Plots.Box;
using Pixel = ScottPlot.Pixel;

namespace GuidelineBench.Reporting.Tests.Charts;

public sealed class LabelPlacementTests
{
    [Fact]
    public void Labels_of_points_in_one_place_do_not_overlap_and_stay_in_the_plot()
    {
        var plot = new Box(0, 0, 400, 300);
        var placement = new LabelPlacement(plot, [Box.Around(new Pixel(200, 150), 5)]);

        Box[] boxes = [.. Enumerable.Range(0, 12).Select(_ => Assert.NotNull(placement.Place("2-fragment-series", [new Pixel(200, 150)])).Box)];

        Assert.All(boxes, box => Assert.True(plot.Contains(box) && !box.Overlaps(Box.Around(new Pixel(200, 150), 5))));
        for (int i = 0; i < boxes.Length; i++)
            for (int j = 0; j < i; j++)
                Assert.False(boxes[i].Overlaps(boxes[j]));
    }

    [Fact]
    public void A_label_without_room_is_left_out() =>
        Assert.Null(new LabelPlacement(new Box(0, 0, 30, 30), []).Place("2-fragment-series", [new Pixel(15, 15)]));
}
