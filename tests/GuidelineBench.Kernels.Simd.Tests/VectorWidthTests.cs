using System.Globalization;
using System.Runtime.Intrinsics;

namespace GuidelineBench.Kernels.Simd.Tests;

public sealed class VectorWidthTests
{
    /// <summary>Set where the suite is run once more in a process whose vectors are narrowed.</summary>
    private const string ExpectedBits = "GUIDELINEBENCH_EXPECTED_VECTOR_BITS";

    [Fact]
    public void TheKernelsRunAtTheExpectedWidth()
    {
        string? expected = Environment.GetEnvironmentVariable(ExpectedBits);
        int widest = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

        Assert.Equal(expected is null ? widest : int.Parse(expected, CultureInfo.InvariantCulture), SimdBackend.VectorBits);
    }
}
