namespace GuidelineBench.Kernels.Ilgpu.Tests.Absent;

/// <summary>Stands in for the tests of the GPU kernels where they are not built.</summary>
public class KernelTests
{
    [Fact]
    public void The_kernels_are_tested_where_they_are_built() => Assert.Skip(IlgpuBackends.All[0].Unusable!);
}
