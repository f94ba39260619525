namespace GuidelineBench.Kernels.Ilgpu.Tests.Absent;

public class KernelTests
{
    [Fact]
    public void Kernels_are_right() =>
        Assert.Skip("Built without ILGPU: its packages were not to be had.");
}
