using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Core.Tests.Costs;

public class GraphCostsTests
{
    // 4x4 map, 16 pixels.      multiply-adds   memory access            bound   bound with g
    // 2 -> 8                   256             16 * 10 + 16 = 176       144     144
    // 8 -> 8, g=4              256             16 * 16 + 16 = 272       144     272
    // relu of 8 channels: 2 * 128 = 256 elements; sum of two: 3 * 128 = 384 elements
    [Fact]
    public void Costs_are_sums_over_the_convolutions()
    {
        var builder = new GraphBuilder(new MapShape(2, 4, 4));
        int first = builder.Convolution(builder.Input, 8);
        int second = builder.Convolution(builder.ReLU(first), 8, groups: 4);
        builder.Sum(first, second);

        GraphCosts costs = GraphCosts.Of(builder.Build("by hand"));

        Assert.Equal(512, costs.MultiplyAdds);
        Assert.Equal(448, costs.MemoryAccess);
        Assert.Equal(288, costs.MemoryAccessBound, 1e-9);
        Assert.Equal(416, costs.GroupedMemoryAccessBound, 1e-9);
        Assert.Equal(32, costs.WeightCount);
        Assert.Equal(640, costs.ElementwiseElements);
        Assert.Equal(4 * 448, costs.Bytes);
        Assert.Equal(512.0 / (4 * 448), costs.ArithmeticIntensity, 1e-12);
    }
}
