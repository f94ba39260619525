using System.Reflection;
using System.Text.RegularExpressions;
using GuidelineBench.Kernels.Ilgpu.Products;
using GuidelineBench.Kernels.Ilgpu.Tensors;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using ILGPU.Runtime.Cuda;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Tensors;

/// <summary>What ILGPU makes of the kernels in TF32, for the first architecture with tensor cores that take it and for the newest that it knows.</summary>
public class WarpPtxTests
{
    private static readonly Dictionary<string, Type> Tiles = new()
    {
        ["t64x32"] = typeof(WarpTile64x32<TensorCores>),
        ["t32x32"] = typeof(WarpTile32x32<TensorCores, OutputBlock>),
        ["ts32x32"] = typeof(WarpTile32x32<TensorCores, SlicedBlock>),
    };

    public static TheoryData<string, bool, bool> Kernels()
    {
        var data = new TheoryData<string, bool, bool>();
        foreach (TileClass tile in TileClass.Tensor)
            foreach (bool windows in new[] { false, true })
                foreach (bool newest in new[] { false, true })
                    data.Add(tile.Name, windows, newest);
        return data;
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Tensor_cores_multiply_what_was_rounded_on_the_way(string tile, bool windows, bool newest)
    {
        TileClass shape = TileClass.Tensor.Single(candidate => candidate.Name == tile);
        string ptx = Ptx(tile, windows, newest);

        // 32 channels x 32 pixels are two matrices by four.
        Assert.Equal(8 * shape.RowQuads, Count(ptx, @"mma\.sync\.aligned\.m16n8k8\.row\.col\.f32\.tf32\.tf32\.f32"));
        Assert.Equal(0, Count(ptx, @"mul\.f32|fma\."));
        // Each weight and each pixel where it is stored to shared memory, none where it is read: there are no more of them.
        Assert.Equal(4 * shape.WeightLoads + (windows ? 8 : 4 * shape.PixelLoads), Count(ptx, @"cvt\.rna\.tf32\.f32"));
        string loop = PtxLoop.Around(ptx, "bar.sync");
        Assert.Contains("mma.sync", loop);
        Assert.Equal(0, Count(loop, @"\b(div|rem)\."));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sums_stay_in_registers_and_memory_is_read_in_quads(string tile, bool windows, bool newest)
    {
        TileClass shape = TileClass.Tensor.Single(candidate => candidate.Name == tile);
        string ptx = Ptx(tile, windows, newest);

        Assert.Equal(0, Count(ptx, @"\.local\b"));
        Assert.Equal(0, Count(ptx, @"\bcall\b"));
        int sums = 4 * shape.RowQuads * shape.PixelQuads;
        // Weights, pixels, and three addends for each channel at four pixels.
        Assert.Equal(shape.WeightLoads + (windows ? 0 : shape.PixelLoads) + 3 * sums, Count(ptx, @"ld\.global\.v4\.f32"));
        // The only single floats are pixels of windows, and biases.
        Assert.Equal((windows ? 8 : 0) + sums, Count(ptx, @"ld\.global\.f32"));
        Assert.Equal(sums, Count(ptx, @"st\.global\.v4\.f32"));
        // Eight steps of k: two quads of pixels, two of each quad of channels; then what slices read of each other.
        Assert.Equal(2 * (1 + shape.RowQuads) + (shape.MaxSlices > 1 ? sums : 0), Count(ptx, @"ld\.shared\.v4\.f32"));
        Assert.Equal(0, Count(ptx, @"ld\.shared\.f32|st\.global\.f32|\b(ld|st)\.(v4\.)?f32"));
    }

    [Fact]
    public void All_tiles_are_looked_at() => Assert.Equal(TileClass.Tensor.Select(tile => tile.Name), Tiles.Keys);

    [Fact]
    public void Tensor_cores_are_in_devices_from_8_0_on()
    {
        Assert.True(TensorCores.AreIn(CudaArchitecture.SM_80));
        Assert.True(TensorCores.AreIn(CudaArchitecture.SM_90));
        Assert.False(TensorCores.AreIn(CudaArchitecture.SM_75));
        Assert.False(TensorCores.AreIn(CudaArchitecture.SM_61));
        Assert.False(TensorCores.AreIn(null));
    }

    private static string Ptx(string tile, bool windows, bool newest) => PtxText.Of(
        typeof(WarpKernel).GetMethod(nameof(WarpKernel.Multiply), BindingFlags.Public | BindingFlags.Static)!
            .MakeGenericMethod(Tiles[tile], windows ? typeof(WindowPixels) : typeof(PlanePixels)),
        newest ? null : CudaArchitecture.SM_80);

    private static int Count(string text, string pattern) => Regex.Count(text, pattern);
}
