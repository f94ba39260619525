using System.Reflection;
using System.Text.RegularExpressions;
using GuidelineBench.Kernels.Ilgpu.Products;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;
using GuidelineBench.Kernels.Ilgpu.Tilings;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Products;

/// <summary>
/// What ILGPU makes of the kernels for the newest architecture that it knows. No device and no driver is needed for it. ILGPU
/// writes a product and a sum without rounding modifiers; the driver's compiler contracts them to a fused multiply-add, so pairs
/// are counted here.
/// </summary>
public class PtxTests
{
    // Two steps of k stand in the loop.
    private const int Steps = 2;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sums_stay_in_registers_and_memory_is_read_in_quads(string tile, bool windows)
    {
        TileClass shape = TileClass.All.Single(candidate => candidate.Name == tile);
        string ptx = PtxText.Of(Kernel(tile, windows));

        Assert.Equal(0, Count(ptx, @"\.local\b"));
        Assert.Equal(0, Count(ptx, @"\bcall\b"));
        int blocks = shape.RowQuads * shape.PixelQuads;
        // The only products in a kernel are those of the tile.
        Assert.Equal(Steps * blocks * 16, Count(ptx, @"mul\.f32"));
        // Two steps, then what slices read of each other; nothing of it float by float.
        Assert.Equal(Steps * (shape.RowQuads + shape.PixelQuads) + (shape.MaxSlices > 1 ? 4 * blocks : 0), Count(ptx, @"ld\.shared\.v4\.f32"));
        Assert.Equal(0, Count(ptx, @"ld\.shared\.f32"));
        // Weights, pixels, and three addends for each four channels at four pixels.
        Assert.Equal(shape.WeightLoads + (windows ? 0 : shape.PixelLoads) + 3 * blocks * 4, Count(ptx, @"ld\.global\.v4\.f32"));
        Assert.Equal(blocks * 4, Count(ptx, @"st\.global\.v4\.f32"));
        Assert.Equal(0, Count(ptx, @"st\.global\.f32"));
        Assert.Equal(0, Count(ptx, @"\b(ld|st)\.(v4\.)?f32"));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Each_product_is_added_at_once(string tile, bool windows)
    {
        // Contraction needs the sum right behind its product, of which it is the only reader.
        string ptx = PtxText.Of(Kernel(tile, windows));
        MatchCollection products = Regex.Matches(ptx, @"mul\.f32\s+(%f\d+), %f\d+, %f\d+;\s+add\.f32\s+%f\d+, %f\d+, \1;");
        Assert.Equal(Count(ptx, @"mul\.f32"), products.Count);
        ILookup<string, Match> registers = Regex.Matches(ptx, @"%f\d+").ToLookup(match => match.Value);
        Assert.All(products, product => Assert.Equal(2, registers[product.Groups[1].Value].Count()));
    }

    /// <summary>A thread finds its place once: a division takes some twenty instructions.</summary>
    [Theory]
    [MemberData(nameof(Kernels))]
    public void Nothing_is_divided_in_the_loop_over_k(string tile, bool windows)
    {
        string loop = PtxLoop.Around(PtxText.Of(Kernel(tile, windows)), "bar.sync");
        Assert.Contains("mul.f32", loop);
        Assert.Equal(0, Count(loop, @"\b(div|rem)\."));
    }

    [Fact]
    public void Weights_of_a_fully_connected_layer_are_read_in_quads()
    {
        string ptx = PtxText.Of(typeof(VectorKernel).GetMethod(nameof(VectorKernel.Multiply))!);
        Assert.Equal(0, Count(ptx, @"\.local\b"));
        Assert.Equal(2 * 4 * 4, Count(ptx, @"mul\.f32"));
        Assert.Equal(0, Count(ptx, @"ld\.shared\.f32"));
        // The weights of the loop, and three addends for each of four images.
        Assert.Equal(2 + 3 * 4, Count(ptx, @"ld\.global\.v4\.f32"));
    }

    public static TheoryData<string, bool> Kernels()
    {
        var data = new TheoryData<string, bool>();
        foreach (TileClass tile in TileClass.All)
        {
            data.Add(tile.Name, false);
            data.Add(tile.Name, true);
        }

        return data;
    }

    private static MethodInfo Kernel(string tile, bool windows) => typeof(ProductKernel).GetMethod(nameof(ProductKernel.Multiply))!
        .MakeGenericMethod(
            tile switch
            {
                "8x8" => typeof(ThreadTile8x8),
                "8x4" => typeof(ThreadTile8x4),
                "4x8" => typeof(ThreadTile4x8<WideBlock>),
                "4x4" => typeof(ThreadTile4x4<SmallBlock>),
                "n4x8" => typeof(ThreadTile4x8<NarrowBlock>),
                "s4x4" => typeof(ThreadTile4x4<SlicedThreads>),
                _ => throw new ArgumentOutOfRangeException(nameof(tile), tile, "No such tile."),
            },
            windows ? typeof(WindowPixels) : typeof(PlanePixels));

    private static int Count(string text, string pattern) => Regex.Count(text, pattern);
}
