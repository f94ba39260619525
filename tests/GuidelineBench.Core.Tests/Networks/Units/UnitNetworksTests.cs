using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Tests.Networks.Units;

public class UnitNetworksTests
{
    // Multiply-adds per pixel and unit as counted by hand: v2 c^2 / 2 + 4.5 c; v1 d^2 / 6 + 2.25 d; MobileNet v2 12 e^2 + 54 e;
    // light Xception 0.5625 x^2 + 13.5 x; in millions for ten units, rounded.
    [Theory]
    [InlineData(UnitKind.ShuffleNetV2, 0, 64, 73.26, 18.31)]
    [InlineData(UnitKind.ShuffleNetV2, 1, 128, 274.96, 68.74)]
    [InlineData(UnitKind.ShuffleNetV2, 2, 256, 1063.73, 265.93)]
    [InlineData(UnitKind.ShuffleNetV1, 0, 108, 68.58, 17.15)]
    [InlineData(UnitKind.ShuffleNetV1, 1, 228, 287.79, 71.95)]
    [InlineData(UnitKind.ShuffleNetV1, 2, 444, 1061.69, 265.42)]
    [InlineData(UnitKind.MobileNetV2, 0, 12, 74.51, 18.63)]
    [InlineData(UnitKind.MobileNetV2, 1, 25, 277.54, 69.38)]
    [InlineData(UnitKind.MobileNetV2, 2, 51, 1065.17, 266.29)]
    [InlineData(UnitKind.LightXception, 0, 52, 69.71, 17.43)]
    [InlineData(UnitKind.LightXception, 1, 112, 268.69, 67.17)]
    [InlineData(UnitKind.LightXception, 2, 232, 1047.67, 261.92)]
    public void Stacks_have_the_multiply_adds_of_their_units(UnitKind kind, int column, int channels, double at56, double at28)
    {
        var entry = UnitNetworks.Find(UnitNetworks.NameOf(kind, column))!;
        Graph large = entry.Build(), small = entry.Builder(new MapShape(channels, 28, 28));

        Assert.Equal(new MapShape(channels, 56, 56), large.Input.Output);
        Assert.Equal(large.Input.Output, large.Output.Output);
        Assert.Equal(at56, GraphCosts.Of(large).MultiplyAdds / 1e6, 0.006);
        Assert.Equal(at28, GraphCosts.Of(small).MultiplyAdds / 1e6, 0.006);
    }

    [Theory]
    [InlineData(UnitKind.ShuffleNetV2)]
    [InlineData(UnitKind.ShuffleNetV1)]
    [InlineData(UnitKind.MobileNetV2)]
    [InlineData(UnitKind.LightXception)]
    public void A_stack_repeats_its_unit(UnitKind kind)
    {
        long one = Count(1), seven = Count(7);

        Assert.Equal(7 * one, seven);

        long Count(int count) =>
            GraphCosts.Of(UnitNetworks.Build("stack", kind, new MapShape(24, 14, 10), count)).MultiplyAdds;
    }

    [Theory]
    [InlineData(UnitKind.ShuffleNetV2, 3)]
    [InlineData(UnitKind.ShuffleNetV1, 20)]
    [InlineData(UnitKind.LightXception, 6)]
    public void Channels_that_do_not_fit_a_unit_are_refused(UnitKind kind, int channels) =>
        Assert.Contains(
            "must divide the channels",
            Assert.Throws<ArgumentException>(() => UnitNetworks.Build("stack", kind, new MapShape(channels, 8, 8))).Message);
}
