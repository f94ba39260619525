using GuidelineBench.Kernels.Simd.Windows;

namespace GuidelineBench.Kernels.Simd.Tests.Windows;

public sealed class RowVectorTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(1, 70), 111, 112, 150, 224, 600];

    [Theory]
    [MemberData(nameof(Widths))]
    public void VectorsCoverARowWithoutGapsAndEndWithIt(int width)
    {
        RowVector[] vectors = [.. RowVector.Cover(width)];

        Assert.Equal(0, vectors[0].Column);
        for (int i = 1; i < vectors.Length; i++)
            Assert.InRange(vectors[i].Column, vectors[i - 1].Column + 1, vectors[i - 1].Column + vectors[i - 1].Lanes);
        int end = vectors[^1].Column + vectors[^1].Lanes;
        Assert.True(end == width || (vectors.Length == 1 && end > width), $"{end} of {width}");
    }

    /// <summary>No more vectors than the widest ones that the row fills, and one for the rest.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void NoVectorIsForNothing(int width)
    {
        RowVector[] vectors = [.. RowVector.Cover(width)];

        Assert.Equal((width + vectors[0].Lanes - 1) / vectors[0].Lanes, vectors.Length);
        Assert.All(vectors, vector => Assert.InRange(vector.Bits, 128, SimdBackend.VectorBits));
    }
}
