using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Tests.Costs;

public class ConvolutionCostsTests
{
    // By hand, 56 x 56 = 3136 pixels.
    // 32 -> 32:      B = 3136 * 1024 = 3211264;        MAC = 3136 * 64 + 1024 = 201728
    // 13 -> 78:      B = 3136 * 1014 = 3179904;        MAC = 3136 * 91 + 1014 = 286390
    // 64 -> 64, g=4: B = 3136 * 64 * 16 = 3211264;     MAC = 3136 * 128 + 1024 = 402432
    // 8 -> 8, k=3:   B = 3136 * 8 * 8 * 9 = 1806336;   MAC = 3136 * 16 + 576 = 50752
    // 8 -> 8, k=3, g=8 (depthwise): B = 3136 * 72 = 225792; MAC = 3136 * 16 + 72 = 50248
    // 6 -> 9, k=3, g=3: B = 3136 * 2 * 9 * 9 = 508032; MAC = 3136 * 15 + 162 = 47202
    [Theory]
    [InlineData(32, 32, 1, 1, 3211264, 201728)]
    [InlineData(13, 78, 1, 1, 3179904, 286390)]
    [InlineData(64, 64, 1, 4, 3211264, 402432)]
    [InlineData(8, 8, 3, 1, 1806336, 50752)]
    [InlineData(8, 8, 3, 8, 225792, 50248)]
    [InlineData(6, 9, 3, 3, 508032, 47202)]
    public void Multiply_adds_and_memory_access_by_hand(int c1, int c2, int k, int g, long multiplyAdds, long memoryAccess)
    {
        var convolution = new Convolution(c1, c2, k, g);
        var input = new MapShape(c1, 56, 56);

        Assert.Equal(multiplyAdds, ConvolutionCosts.MultiplyAdds(convolution, input));
        Assert.Equal(memoryAccess, ConvolutionCosts.MemoryAccess(convolution, input));
    }

    // Eq. 1 by hand. 4x4 map, 2 -> 8: B = 16 * 16 = 256; 2 sqrt(16 * 256) + 256 / 16 = 128 + 16 = 144
    // (its own access is 16 * 10 + 16 = 176). 4 -> 4 has the same B and just 16 * 8 + 16 = 144.
    // 8 -> 8, g=4: B = 16 * 16 = 256, so Eq. 1 gives 144 again; Eq. 2 with g gives 2 sqrt(16 * 256 * 4) + 16 = 272.
    // 2 -> 2, k=3: B = 16 * 36 = 576; 2 sqrt(16 * 576) / 3 + 36 = 64 + 36 = 100.
    [Theory]
    [InlineData(2, 8, 1, 1, 144, 144)]
    [InlineData(4, 4, 1, 1, 144, 144)]
    [InlineData(8, 8, 1, 4, 144, 272)]
    [InlineData(2, 2, 3, 1, 100, 100)]
    public void Bounds_by_hand(int c1, int c2, int k, int g, double bound, double groupedBound)
    {
        var convolution = new Convolution(c1, c2, k, g);
        var input = new MapShape(c1, 4, 4);

        Assert.Equal(bound, ConvolutionCosts.MemoryAccessBound(convolution, input), 1e-9);
        Assert.Equal(groupedBound, ConvolutionCosts.GroupedMemoryAccessBound(convolution, input), 1e-9);
    }

    [Fact]
    public void Memory_access_is_never_below_its_bounds()
    {
        var random = new Random(1);
        for (int trial = 0; trial < 2000; trial++)
        {
            int g = random.Next(1, 9);
            var convolution = new Convolution(g * random.Next(1, 40), g * random.Next(1, 40), 2 * random.Next(0, 3) + 1, g);
            var input = new MapShape(convolution.InputChannels, random.Next(1, 60), random.Next(1, 60));
            double access = ConvolutionCosts.MemoryAccess(convolution, input);
            double allowed = access * (1 + 1e-12);

            Assert.InRange(ConvolutionCosts.MemoryAccessBound(convolution, input), double.Epsilon, allowed);
            Assert.InRange(ConvolutionCosts.GroupedMemoryAccessBound(convolution, input), double.Epsilon, allowed);
        }
    }

    [Fact]
    public void The_bound_is_met_by_equal_widths_in_one_group_and_by_no_other_shape()
    {
        for (int c1 = 1; c1 <= 24; c1++)
            for (int c2 = 1; c2 <= 24; c2++)
                for (int g = 1; g <= 4; g++)
                {
                    if (c1 % g != 0 || c2 % g != 0)
                        continue;
                    var convolution = new Convolution(c1, c2, 1, g);
                    var input = new MapShape(c1, 7, 5);
                    double excess = ConvolutionCosts.MemoryAccess(convolution, input) / ConvolutionCosts.MemoryAccessBound(convolution, input) - 1;
                    if (c1 == c2 && g == 1)
                        Assert.Equal(0, excess, 1e-12);
                    else
                        Assert.True(excess > 1e-4, $"{convolution.Signature}: {excess}");
                }
    }
}
