using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Core.Tests.Networks.Reuse;

public sealed class FeatureReuseTests
{
    /// <summary>
    /// ShuffleNet v2, Section 3: of a unit's new channels a fraction r = 1/2 goes to the next unit's branch, the others
    /// pass it, and so on: r^(j - i) of them. Worked by hand for 16 channels, all of them new in the first unit and 8 in
    /// each other.
    /// </summary>
    [Fact]
    public void Half_of_what_passed_a_unit_is_read_by_the_next()
    {
        FeatureReuse reuse = FeatureReuse.Of(Units(channels: 16, count: 4))!;

        Assert.Equal(4, reuse.Units.Length);
        Assert.Equal([0, 8, 4, 2, 2], reuse.Channels[0]);
        Assert.Equal([0, 0, 4, 2, 2], reuse.Channels[1]);
        Assert.Equal([0, 0, 0, 4, 4], reuse.Channels[2]);
        Assert.Equal([0, 0, 0, 0, 8], reuse.Channels[3]);
    }

    /// <summary>
    /// 232 channels in stage 3 at 1x: its first basic unit computes 116, of which 58 go to the next unit's branch, then 29 and
    /// so on. The authors' layout and torchvision's pass the same numbers.
    /// </summary>
    [Theory]
    [InlineData("shufflenet_v2_1.0x")]
    [InlineData("shufflenet_v2_x1_0")]
    public void ShuffleNet_v2_passes_channels_on_by_halves(string name)
    {
        FeatureReuse reuse = FeatureReuse.Of(NetworkCatalogue.Find(name)!.Build())!;

        Assert.Equal(16, reuse.Units.Length);
        Assert.Equal(new MapShape(232, 14, 14), reuse.Units[5]);
        Assert.Equal([58, 29], reuse.Channels[5].Slice(6, 2));
        Assert.Equal([116, 58], reuse.Channels[4].Slice(5, 2));
    }

    [Fact]
    public void A_network_without_concatenations_has_none()
    {
        var builder = new GraphBuilder(new MapShape(8, 4, 4));
        builder.ReLU(builder.Convolution(builder.Input, 8));

        Assert.Null(FeatureReuse.Of(builder.Build("chain")));
    }

    /// <summary>A down unit, then basic units in the authors' form: even channels pass, odd ones are worked on. Last, all are read.</summary>
    private static Graph Units(int channels, int count)
    {
        var builder = new GraphBuilder(new MapShape(channels, 4, 4));
        int map = builder.Concatenation(
            builder.Convolution(builder.Input, channels / 2), builder.ReLU(builder.Convolution(builder.Input, channels / 2)));
        for (int unit = 1; unit < count; unit++)
        {
            int pass = builder.Add(ChannelSelection.Every(channels, 2, 0), map);
            int work = builder.ReLU(builder.Convolution(builder.Add(ChannelSelection.Every(channels, 2, 1), map), channels / 2));
            map = builder.Concatenation(pass, work);
        }

        builder.Convolution(builder.Slice(map, 0, channels), channels);
        return builder.Build("units");
    }
}
