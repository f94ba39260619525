namespace GuidelineBench.Kernels.Ilgpu.Tests;

public class BackendTests
{
    [Fact]
    public void Backends_have_names_of_their_own() =>
        Assert.Equal(IlgpuBackends.All.Length, IlgpuBackends.All.Select(backend => backend.Name).Distinct().Count());
}
