using GuidelineBench.Benchmarks.Kernels;
using GuidelineBench.Core.Results;
using GuidelineBench.Kernels.Simd;

namespace GuidelineBench.Benchmarks.Tests.Kernels;

public sealed class KernelCasesTests
{
    private static IEnumerable<KernelCase> Some => TestPart.Of(KernelCases.All, kernel => $"{kernel.Kind}", ofEach: 4);

    [Fact]
    public void NamesAreUnique() =>
        Assert.Equal(KernelCases.All.Length, KernelCases.All.Select(kernel => kernel.ToString()).Distinct().Count());

    [Fact]
    public void EveryKindIsThereOnEveryMapOfTheNetworks()
    {
        foreach (KernelKind kind in Enum.GetValues<KernelKind>())
            Assert.Equal([7, 14, 28, 56], KernelCases.All.Where(kernel => kernel.Kind == kind).Select(kernel => kernel.MapSize).Distinct().Order());
    }

    [Theory]
    [InlineData(KernelKind.Pointwise, 32, 64, 1, 56, "pointwise 32->64 56x56 1 thread")]
    [InlineData(KernelKind.GroupedPointwise, 64, 256, 8, 7, "grouped pointwise 64->256 g=8 7x7 1 thread")]
    [InlineData(KernelKind.Grouped, 32, 32, 2, 14, "grouped 3x3 32->32 g=2 14x14 1 thread")]
    [InlineData(KernelKind.Depthwise, 90, 90, 90, 28, "depthwise 3x3 c=90 28x28 1 thread")]
    [InlineData(KernelKind.SumOfFour, 22, 22, 1, 56, "sum of 4 c=22 56x56 1 thread")]
    [InlineData(KernelKind.PointwiseSumReLU, 64, 64, 1, 56, "pointwise + sum + relu 64->64 56x56 1 thread")]
    public void LabelsAreReadable(KernelKind kind, int c1, int c2, int groups, int size, string label) =>
        Assert.Equal(label, new KernelDefinition(new KernelCase(kind, c1, c2, groups, size), Threads: 1).ToString());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryCaseEqualsReference(int threads)
    {
        var backend = new SimdBackend();
        Assert.All(Some, kernel =>
        {
            using var plan = new KernelPlan(backend, kernel, threads);
            Assert.InRange(plan.MaxError(), 0, OutputTolerance.Fp32);
        });
    }

    [Fact]
    public void NoCaseAllocates()
    {
        var backend = new SimdBackend();
        Assert.All(Some, kernel =>
        {
            using var plan = new KernelPlan(backend, kernel, threads: 1);
            Assert.Equal(0, plan.AllocatedBytes());
        });
    }
}
